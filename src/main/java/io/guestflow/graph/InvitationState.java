package io.guestflow.graph;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.InvitationStatus;
import java.time.Instant;
import java.util.Locale;

/**
 * How an invitation stands, in the words of Microsoft Graph.
 *
 * @param status {@code PendingAcceptance}, {@code Completed} or {@code Error}
 * @param detail why there is an error, or {@code addressRejected} while a pending guest's address takes no letters; else null
 */
record InvitationState(String status, String detail) {

    static final String PENDING = "PendingAcceptance";
    static final String COMPLETED = "Completed";
    static final String ERROR = "Error";

    static InvitationState of(Guest guest, Invitation invitation, Instant now) {
        return switch (invitation.status()) {
            case PENDING -> pending(guest, invitation, now);
            case COMPLETED -> new InvitationState(COMPLETED, null);
            case DECLINED, EXPIRED, WITHDRAWN -> error(invitation.status());
        };
    }

    /** A timer may be late; the date is what counts. */
    private static InvitationState pending(Guest guest, Invitation invitation, Instant now) {
        if (invitation.isExpired(now)) {
            return error(InvitationStatus.EXPIRED);
        }
        return new InvitationState(PENDING, guest.addressRejected() ? "addressRejected" : null);
    }

    private static InvitationState error(InvitationStatus status) {
        return new InvitationState(ERROR, status.name().toLowerCase(Locale.ROOT));
    }
}
