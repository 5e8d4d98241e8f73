package io.guestflow.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Which letter is due to whom. The methods that send keep no transaction of their own, because a refused address must not mark
 * the caller's as failed.
 */
@Service
public class GuestLetters {

    private final Directory directory;
    private final KnownInviters inviters;
    private final Letters letters;
    private final Onboarding onboarding;
    private final Settings settings;
    private final Clock clock;

    GuestLetters(Directory directory, KnownInviters inviters, Letters letters, Onboarding onboarding, Settings settings, Clock clock) {
        this.directory = directory;
        this.inviters = inviters;
        this.letters = letters;
        this.onboarding = onboarding;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends the newest invitation letter of a pending guest; a guest who has answered meanwhile gets none. */
    public void sendInvitation(GuestId id, String processInstance) throws MailAddressRejected {
        Guest guest = existing(id).requireInCharge(processInstance);
        if (guest.state() == GuestState.PENDING && !guest.addressRejected()) {
            inTurn(processInstance, () -> letters.deliver(guest.invitationLetter(), guest));
        }
    }

    /** Lets reminders count from a letter that has left while the guest is being asked already; before, none is planned. */
    public void countRemindersAnew(GuestId id) {
        onboarding.planAnew(existing(id));
    }

    /** Sends the latest reminder that is due; earlier ones that were missed are not made up for. */
    public void sendReminder(GuestId id, String processInstance) throws MailAddressRejected {
        Guest guest = existing(id).requireInCharge(processInstance);
        Optional<Instant> sent = sentAt(guest);
        Instant now = clock.instant();
        boolean answerable = guest.state() == GuestState.PENDING && !guest.blocked() && !guest.invitation().isExpired(now);
        if (!answerable || guest.addressRejected() || sent.isEmpty()) {
            return;
        }
        List<Duration> reminders = settings.invitation().reminders();
        long due = reminders.stream().filter(after -> !sent.get().plus(after).isAfter(now)).count();
        if (due > 0) {
            int ordinal = guest.invitation().letterNumber() * 100 + (int) due;
            var reminder = new LetterKey(guest.invitation().id(), LetterPurpose.REMINDER, ordinal);
            inTurn(processInstance, () -> letters.deliver(reminder, guest));
        }
    }

    /** Sends a passcode or news for an inviter; nothing happens if it is not in the log (any more). */
    public void deliver(LetterKey key, String processInstance) throws MailAddressRejected {
        inTurn(processInstance, () -> letters.deliver(key));
    }

    /** When the next reminder is due; empty if there is none (any more) or the letter to be reminded of has not left. */
    public Optional<Instant> nextReminder(GuestId id) {
        Instant now = clock.instant();
        Optional<Letter> newest = letters.of(id).stream().filter(letter -> letter.key().purpose() == LetterPurpose.INVITATION).findFirst();
        return newest.filter(letter -> letter.state() == LetterState.SENT).flatMap(sent -> settings.invitation().reminders().stream()
                .map(sent.changedAt()::plus).filter(due -> due.isAfter(now)).findFirst());
    }

    /** Remembers that the mail server refuses the guest's address, until somebody corrects it. */
    public void rememberRejectedAddress(GuestId id) {
        directory.update(existing(id).addressRefused());
    }

    /** Tells the inviter by mail; nothing happens if there is none or no address of theirs is known. */
    public void tellInviter(GuestId id, LetterPurpose purpose, String processInstance) {
        Guest guest = existing(id);
        if (purpose != LetterPurpose.INVITER_LETTER_FAILED) {
            guest.requireInCharge(processInstance);
        }
        boolean wanted = purpose != LetterPurpose.INVITER_ACCEPTED || settings.invitation().reportAcceptance();
        if (wanted && inviterHasAddress(guest)) {
            var key = new LetterKey(guest.invitation().id(), purpose, guest.invitation().letterNumber());
            if (letters.queue(key, id)) {
                onboarding.deliver(key);
            }
        }
    }

    private void inTurn(String processInstance, Delivery delivery) throws MailAddressRejected {
        try {
            delivery.run();
        } catch (LetterPostponed later) {
            onboarding.postponeLetters(processInstance, later.turn());
            throw later;
        }
    }

    private boolean inviterHasAddress(Guest guest) {
        return inviters.of(guest.invitation()).map(Inviter::mail).isPresent();
    }

    private Optional<Instant> sentAt(Guest guest) {
        return letters.find(guest.invitationLetter()).filter(letter -> letter.state() == LetterState.SENT).map(Letter::changedAt);
    }

    private Guest existing(GuestId id) {
        return directory.find(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }

    private interface Delivery {

        void run() throws MailAddressRejected;
    }
}
