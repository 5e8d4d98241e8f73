package io.guestflow.desk;

import io.guestflow.guest.Caller;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestRegister;
import io.guestflow.guest.GuestRegister.Criteria;
import io.guestflow.guest.GuestRegister.Cursor;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the signed-in person of the staff may see: every guest, or the guests they invited. */
@Component
class GuestDesk {

    static final int PAGE = 50;
    /** An inviter who is not in the directory has invited nobody. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final GuestRegister register;
    private final Directory directory;
    private final Members members;
    private final Caller caller;

    GuestDesk(GuestRegister register, Directory directory, Members members, Caller caller) {
        this.register = register;
        this.directory = directory;
        this.members = members;
        this.caller = caller;
    }

    GuestRegister.Page find(String text, GuestState state, String after) {
        String wanted = text == null || text.isBlank() ? null : text.strip();
        return register.find(new Criteria(wanted, state, inviter(), cursor(after), PAGE));
    }

    private static Cursor cursor(String after) {
        try {
            return after == null || after.isBlank() ? null : Cursor.of(after);
        } catch (IllegalArgumentException garbled) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /** Empty for an unknown guest and for one that the caller may not see: both look the same. */
    Optional<Guest> find(GuestId id) {
        return directory.find(id).filter(this::isVisible);
    }

    /** @throws ResponseStatusException 404 as {@link #find(GuestId)} is empty, or the text is no id */
    Guest existing(String id) {
        try {
            return find(GuestId.of(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    boolean mayManage() {
        return caller.mayManageGuests();
    }

    private boolean isVisible(Guest guest) {
        UUID inviter = inviter();
        return inviter == null || inviter.equals(guest.invitation().inviter());
    }

    private UUID inviter() {
        if (caller.mayManageGuests()) {
            return null;
        }
        return members.findByStaffId(caller.current().id()).map(Member::id).orElse(NOBODY);
    }
}
