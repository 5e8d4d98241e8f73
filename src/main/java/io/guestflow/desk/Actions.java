package io.guestflow.desk;

import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Letter;
import java.util.List;

/** What can be done with a guest, by its state and the role of whoever looks. */
record Actions(boolean resend, boolean correctAddress, boolean copyLink, boolean retryLetter, boolean remove, boolean restoreOrPurge) {

    static Actions of(Guest guest, List<Letter> letters, boolean mayManage) {
        boolean pending = guest.state() == GuestState.PENDING;
        boolean waiting = letters.stream().anyMatch(letter -> letter.isWaiting() && letter.tries() > 0);
        boolean removed = guest.state() == GuestState.REMOVED;
        return new Actions(pending && !guest.addressRejected(), pending, pending, pending && waiting, mayManage && !removed, mayManage && removed);
    }
}
