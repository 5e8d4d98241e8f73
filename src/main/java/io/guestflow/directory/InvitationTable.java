package io.guestflow.directory;

import io.guestflow.guest.InvitationStatus;
import io.guestflow.guest.ListedInvitation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Invitations, each with its guest. */
final class InvitationTable {

    /** Ends without an acceptance. */
    private static final List<String> WITHOUT_SUCCESS = Arrays.stream(InvitationStatus.values())
            .filter(status -> status != InvitationStatus.PENDING && status != InvitationStatus.COMPLETED).map(Enum::name).toList();

    /** A timer may be late; the date is what counts. */
    private static final String STATUS = "case when i.status = 'PENDING' and i.expires_at <= current_timestamp then 'EXPIRED' else i.status end";

    static final Table TABLE = new Table(GuestRow.COLUMNS + ", u.user_principal_name",
            "invitation i join directory_user u on u.id = i.guest_id", "1 = 1", "i.id", "id", List.of(),
            Map.of("id", Column.id("i.id", false),
                    "status", Column.words(STATUS, false, Map.of("PendingAcceptance", List.of("PENDING"), "Completed", List.of("COMPLETED"),
                            "InProgress", List.of(), "Error", WITHOUT_SUCCESS)),
                    "invitedUserEmailAddress", Column.address("u.mail_key"),
                    "invitedUserDisplayName", Column.text("u.display_name"),
                    "createdDateTime", Column.time("i.created_at", false),
                    "expirationDateTime", Column.time("i.expires_at", false),
                    "guest", Column.id("i.guest_id", false),
                    "newest", Column.flag("(i.id = u.invitation_id)"),
                    "inviter", Column.id("i.inviter_id", true),
                    "client", Column.exact("i.client_id")), Map.of());

    private InvitationTable() {
    }

    static ListedInvitation invitation(ResultSet row, int number) throws SQLException {
        return new ListedInvitation(GuestRow.map(row, number), row.getString("user_principal_name"));
    }
}
