package io.guestflow.security;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.StaffMember;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Shows Camunda's users in the directory, so that members and guests are one table of users. */
@Component
class StaffMirror {

    private final IdentityService identity;
    private final Members members;

    StaffMirror(IdentityService identity, Members members) {
        this.identity = identity;
        this.members = members;
    }

    void showAll() {
        identity.createUserQuery().list().forEach(this::show);
    }

    /** Writes only what has changed, because scripts sign in with every request. */
    void show(User user) {
        StaffMember today = new StaffMember(user.getId(), name(user), address(user));
        if (members.findByStaffId(user.getId()).filter(known -> isSame(known, today)).isEmpty()) {
            mirror(today);
        }
    }

    private void mirror(StaffMember today) {
        try {
            members.mirror(today);
        } catch (DuplicateKeyException sameMoment) {
            // another sign-in has shown this member, or somebody else has got the address; the second look finds either.
            // The start, one transaction on one node, has no second look: it ends, and finds it when it is started again.
            members.mirror(today);
        }
    }

    private static boolean isSame(Member known, StaffMember today) {
        return Objects.equals(known.displayName(), today.displayName()) && Objects.equals(known.mail(), today.mail());
    }

    private static String name(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName()).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    /** Nobody checks what is typed into a user's profile; what is no address is left out. */
    private static String address(User user) {
        return EmailAddress.read(user.getEmail()).map(EmailAddress::value).orElse(null);
    }
}
