package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.NOW;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Every service of guests over a directory and a dispatch log in memory, and whoever acts just now. */
class GuestBench {

    static final String PROCESS_INSTANCE = TestGuests.PROCESS_INSTANCE;

    final DirectoryInMemory directory = new DirectoryInMemory();
    final SponsorsInMemory sponsors = new SponsorsInMemory();
    final LettersInMemory letters = new LettersInMemory();
    final Onboarding onboarding = mock(Onboarding.class);
    final SignIns signIns = mock(SignIns.class);
    final Members members = mock(Members.class);
    final Consents consents = mock(Consents.class);
    final AuthorizationPolicy policy = mock(AuthorizationPolicy.class);
    final List<AuditActivity> audited = new ArrayList<>();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Settings settings = TestGuests.settings();
    private final ActingCaller caller = new ActingCaller();

    GuestBench() {
        when(policy.allowInvitesFrom()).thenReturn(AllowInvitesFrom.ADMINS_AND_GUEST_INVITERS);
        when(members.findByStaffId(any())).thenReturn(Optional.empty());
    }

    /** A member of the staff acts from now on. */
    UUID actsAs(String staffId, boolean manager) {
        UUID member = UUID.nameUUIDFromBytes(staffId.getBytes());
        when(members.findByStaffId(staffId)).thenReturn(Optional.of(new Member(member, staffId, staffId, staffId + "@contoso.example")));
        caller.become(new Actor(Actor.Kind.STAFF, staffId), manager, true);
        return member;
    }

    void actsAs(Actor actor, boolean manager, boolean inviter) {
        caller.become(actor, manager, inviter);
    }

    void passes(Duration time) {
        clock = Clock.offset(clock, time);
    }

    Invitations invitations() {
        var rules = new InvitationRules(settings, new InvitationChoices(directory), policy, caller, clock);
        var drafts = new InvitationDrafts(members, caller, clock);
        return new Invitations(rules, drafts, new RedemptionResets(drafts, directory, signIns, letters, onboarding, audit(), caller, clock), directory,
                new Enrolments(directory, sponsors, audit()), letters, onboarding, audit(), clock);
    }

    Resends resends() {
        return new Resends(directory, letters, onboarding, new OwnInvitations(members, caller), audit(), clock);
    }

    AddressCorrections corrections() {
        return new AddressCorrections(directory, members, signIns, letters, onboarding, new OwnInvitations(members, caller), audit(), clock);
    }

    Removals removals() {
        return new Removals(directory, signIns, letters, onboarding, audit(), caller, settings, clock);
    }

    Restorations restorations() {
        return new Restorations(directory, new Enrolments(directory, sponsors, audit()), onboarding, audit(), clock);
    }

    Reviews reviews() {
        return new Reviews(directory, consents, letters, onboarding, audit(), clock);
    }

    Redemptions redemptions() {
        return new Redemptions(tickets(), directory, clock);
    }

    Tickets tickets() {
        return new Tickets(new Signature(List.of("a secret of more than thirty-two bytes")), settings);
    }

    Guest invited(String address) {
        return guest(invitations().invite(TestGuests.request(address), PROCESS_INSTANCE).guest());
    }

    Guest active(String address) {
        Guest invited = invited(address);
        reviews().accept(directory.find(invited.id()).orElseThrow(), new Answers("{}", "0", Locale.ENGLISH, NOW));
        reviews().activate(invited.id(), PROCESS_INSTANCE);
        return guest(invited.id());
    }

    Guest guest(GuestId id) {
        return directory.find(id).orElseThrow();
    }

    private AuditTrail audit() {
        return new AuditTrail() {
            @Override
            public void record(AuditActivity activity, GuestId target, String detail) {
                audited.add(activity);
            }

            @Override
            public void record(AuditActivity activity, UUID user, UUID object) {
                audited.add(activity);
            }
        };
    }

    private static final class ActingCaller implements Caller {

        private Actor actor = Actor.SYSTEM;
        private boolean manager;
        private boolean inviter = true;

        void become(Actor who, boolean managesGuests, boolean invites) {
            actor = who;
            manager = managesGuests;
            inviter = invites;
        }

        @Override
        public Actor current() {
            return actor;
        }

        @Override
        public boolean mayManageGuests() {
            return manager;
        }

        @Override
        public boolean isInviter() {
            return inviter;
        }
    }
}
