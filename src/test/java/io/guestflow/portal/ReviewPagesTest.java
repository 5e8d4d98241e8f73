package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class ReviewPagesTest {

    @Autowired
    private RepositoryService repository;

    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void showsTheFormThatIsDeployedWithTheOnboarding() throws Exception {
        String page = bench.signedIn(bench.invitedGuest()).follows("/review").getContentAsString();

        assertThat(page).contains("Review permissions", "contoso.example", "review-permissions", "Text_English", "Accept", "Decline",
                "&quot;language&quot;:&quot;en&quot;");
    }

    @Test
    void activatesTheGuestWhoAcceptsAndKeepsTheEvidence() throws Exception {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);

        String next = visitor.posts("/review/accept", "answers", "{\"smuggled\":\"in\"}").getRedirectedUrl();

        assertThat(next).isEqualTo("/review");
        assertThat(visitor.follows("/review").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(visitor.follows("/myapps").getContentAsString()).contains("There are no apps to show.");
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.count("consent where invitation_id = ? and answers = '{}' and length(form_hash) = 64 and language = 'en'",
                guest.invitation().id())).isOne();
    }

    @Test
    void takesTheGuestWhereTheInvitationSays() {
        Guest guest = bench.invitedGuest("http://localhost:8080/team?tab=1");

        assertThat(bench.signedIn(guest).posts("/review/accept", "answers", "{}").getRedirectedUrl()).isEqualTo("http://localhost:8080/team?tab=1");
    }

    @Test
    void takesTheGuestToAnAddressWithLettersThatHeadersCannotHold() {
        Guest guest = bench.invitedGuest("http://localhost:8080/\u0160kola");

        assertThat(bench.signedIn(guest).posts("/review/accept", "answers", "{}").getRedirectedUrl()).isEqualTo("http://localhost:8080/%C5%A0kola");
    }

    @Test
    void leadsAGuestWhoHasAcceptedToMyApps() throws Exception {
        Guest guest = bench.invitedGuest();
        bench.signedIn(guest).posts("/review/accept", "answers", "{}");

        assertThat(bench.visitor().follows(bench.link(guest)).getContentAsString()).contains("Welcome back", "Email me a code");
        Visitor again = bench.signedIn(guest);
        assertThat(again.follows("/review").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(again.posts("/review/accept", "answers", "{}").getRedirectedUrl()).isEqualTo("/review");
    }

    @Test
    void refusesAnswersThatCannotBeRead() throws Exception {
        Guest guest = bench.invitedGuest();

        var answer = bench.signedIn(guest).posts("/review/accept", "answers", "[1]");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Your answers could not be read.");
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void keepsTheAnswerForLaterWhereALaterFormCannotBeShownAndTellsTheOperatorInOneLine(CapturedOutput output) throws Exception {
        try (var calendar = new OtherReviewForm(repository, "{\"type\": \"datetime\", \"id\": \"Day\", \"key\": \"day\"}")) {
            Guest guest = bench.invitedGuest();
            Visitor visitor = bench.signedIn(guest);

            assertThat(visitor.follows("/review").getStatus()).isEqualTo(503);
            assertThat(visitor.posts("/review/accept", "answers", "{}").getStatus()).isEqualTo(503);

            assertThat(bench.read(guest).state()).isEqualTo(GuestState.PENDING);
            assertThat(output.getAll().lines().filter(line -> line.contains("guest pages do not know: datetime"))).hasSize(2)
                    .allMatch(line -> line.contains("ERROR"));
            assertThat(output.getAll()).doesNotContain("FormNotSupported");
        }
    }

    @Test
    void removesTheGuestWhoDeclines() throws Exception {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);

        assertThat(visitor.posts("/review/decline").getContentAsString()).contains("You have declined");

        assertThat(bench.read(guest).removal().reason()).isEqualTo(RemovalReason.DECLINED);
        assertThat(visitor.follows("/myapps").getContentAsString()).contains("Email address");
    }

    @Test
    void removesTheGuestWhoLeaves() throws Exception {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);
        visitor.posts("/review/accept", "answers", "{}");
        assertThat(visitor.follows("/leave").getContentAsString()).contains("Leave Contoso?");

        assertThat(visitor.posts("/leave").getContentAsString()).contains("You have left Contoso");

        assertThat(bench.read(guest).removal().reason()).isEqualTo(RemovalReason.LEFT);
        assertThat(bench.count("guest_session where guest_id = ?", guest.id().value())).isZero();
    }

    @Test
    void asksForASignInFirst() {
        assertThat(bench.visitor().follows("/review").getRedirectedUrl()).endsWith("/myapps");
        assertThat(bench.visitor().posts("/review/accept", "answers", "{}").getRedirectedUrl()).endsWith("/myapps");
        assertThat(bench.visitor().follows("/leave").getRedirectedUrl()).endsWith("/myapps");
    }

    @RepeatedTest(5)
    void letsOneOfTwoAcceptancesWinAndLeadsTheOtherToMyApps() throws Exception {
        Guest guest = bench.invitedGuest("http://localhost:8080/team");
        List<Visitor> visitors = List.of(bench.signedIn(guest), bench.signedIn(guest));
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Future<String>>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Visitor visitor : visitors) {
            answers.add(threads.submit(() -> {
                start.await();
                return visitor.posts("/review/accept", "answers", "{}").getRedirectedUrl();
            }));
        }

        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder("http://localhost:8080/team", "/review");

        threads.shutdown();
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.count("audit_entry where target_id = ? and activity = 'Redeem external user invite'", guest.id().value())).isOne();
        assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.follows("/review").getRedirectedUrl()).isEqualTo("/myapps"));
    }
}
