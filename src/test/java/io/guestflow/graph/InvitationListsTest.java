package io.guestflow.graph;

import static io.guestflow.guest.Condition.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import io.guestflow.guest.Condition;
import io.guestflow.guest.InvitationStatus;
import io.guestflow.guest.ListedInvitation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@GuestflowTest
class InvitationListsTest {

    private static final Instant TODAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FAR = Instant.parse("2099-03-02T09:00:00Z");

    private final String address = "ada@" + UUID.randomUUID() + ".example";
    private UUID ada;
    private DirectoryRows directory;
    @Autowired
    private InvitationLists invitations;

    @BeforeEach
    void inviteAda(@Autowired JdbcClient jdbc) {
        directory = new DirectoryRows(jdbc);
        ada = directory.guest(address);
    }

    @Test
    void listsEachInvitationWithItsGuest() {
        UUID first = directory.invitation(ada, "DECLINED", null, TODAY, FAR);
        UUID second = directory.invitation(ada, "PENDING", null, TODAY.plusSeconds(1), FAR);

        List<ListedInvitation> listed = list("$orderby=createdDateTime desc", Condition.NONE);

        assertThat(listed).extracting(one -> one.invitation().id()).containsExactly(second, first);
        assertThat(listed).extracting(one -> one.invitation().status()).containsExactly(InvitationStatus.PENDING, InvitationStatus.DECLINED);
        assertThat(listed).extracting(one -> one.guest().id().value()).containsOnly(ada);
        assertThat(listed).extracting(ListedInvitation::principalName).containsOnly(address.replace('@', '_') + "#EXT#@contoso.example");
    }

    @Test
    void findsInvitationsByTheStatusThatTheyHaveNow() {
        UUID pending = directory.invitation(ada, "PENDING", null, TODAY, FAR);
        UUID overdue = directory.invitation(ada, "PENDING", null, TODAY, TODAY.plusSeconds(1));
        UUID completed = directory.invitation(ada, "COMPLETED", null, TODAY, FAR);
        UUID withdrawn = directory.invitation(ada, "WITHDRAWN", null, TODAY, FAR);

        assertThat(ids("status eq 'PendingAcceptance'")).containsExactly(pending);
        assertThat(ids("status eq 'completed'")).containsExactly(completed);
        assertThat(ids("status eq 'Error'")).containsExactlyInAnyOrder(overdue, withdrawn);
        assertThat(ids("status eq 'InProgress'")).isEmpty();
        assertThat(ids("status in ('Completed','Error')")).containsExactlyInAnyOrder(overdue, withdrawn, completed);
        assertThat(ids("status ne 'Error'")).containsExactlyInAnyOrder(pending, completed);
    }

    @Test
    void findsInvitationsByTheirDates() {
        UUID old = directory.invitation(ada, "PENDING", null, TODAY.minus(Duration.ofDays(40)), FAR);
        directory.invitation(ada, "PENDING", null, TODAY, FAR);

        assertThat(ids("createdDateTime lt 2026-03-01")).containsExactly(old);
    }

    @Test
    void showsSomebodyTheOwnInvitationsOnly() {
        UUID grace = UUID.randomUUID();
        UUID own = directory.invitation(ada, "PENDING", grace, TODAY, FAR);
        directory.invitation(ada, "PENDING", null, TODAY, FAR);

        assertThat(list("", equal("inviter", grace))).extracting(one -> one.invitation().id()).containsExactly(own);
    }

    @Test
    void showsAProgramTheOwnInvitationsOnlyEvenIfAnotherOneIsCalledAlike() {
        UUID own = directory.invitation(ada, "PENDING", null, TODAY, FAR);
        directory.byProgram(own, "Events");
        directory.byProgram(directory.invitation(ada, "PENDING", null, TODAY, FAR), "events");

        assertThat(list("", equal("client", "Events"))).extracting(one -> one.invitation().id()).containsExactly(own);
    }

    @Test
    void countsAllAndContinuesWhereItStopped() {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            made.add(directory.invitation(ada, "PENDING", null, TODAY.plusSeconds(i), FAR));
        }
        Map<String, Object> first = page("$top=2&$count=true&$orderby=createdDateTime&" + ours(), Condition.NONE);
        String link = first.get("@odata.nextLink").toString();
        Map<String, Object> rest = page(link.substring(link.indexOf('?') + 1), Condition.NONE);

        assertThat(first).containsEntry("@odata.count", 3L).containsEntry("@odata.context", "http://localhost:8080/v1.0/$metadata#invitations");
        assertThat(shown(first)).extracting(one -> one.invitation().id()).containsExactly(made.get(0), made.get(1));
        assertThat(shown(rest)).extracting(one -> one.invitation().id()).containsExactly(made.get(2));
        assertThat(rest).doesNotContainKey("@odata.nextLink");
        assertThatThrownBy(() -> page("$select=id", Condition.NONE)).isInstanceOf(UnsupportedOption.class);
    }

    private List<UUID> ids(String filter) {
        return shown(page("$filter=" + filter + " and invitedUserEmailAddress eq '" + address.toUpperCase(Locale.ROOT) + "'", Condition.NONE)).stream()
                .map(one -> one.invitation().id()).toList();
    }

    private List<ListedInvitation> list(String options, Condition within) {
        return shown(page(options + "&" + ours(), within));
    }

    private String ours() {
        return "$filter=invitedUserEmailAddress eq '" + address + "'";
    }

    private Map<String, Object> page(String query, Condition within) {
        var request = new MockHttpServletRequest();
        request.setQueryString(query);
        return invitations.page(request, within, listed -> listed);
    }

    @SuppressWarnings("unchecked")
    private static List<ListedInvitation> shown(Map<String, Object> page) {
        return (List<ListedInvitation>) page.get("value");
    }
}
