package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;

@GuestflowTest
class RedeemPagesTest {

    @Autowired
    private Removals removals;
    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void changesNothingWhoeverFollowsTheLinkFirst() {
        Guest guest = bench.invitedGuest();
        var before = bench.everything();

        for (String path : List.of(bench.link(guest), "/myapps", "/sign-in/c8d5c2ab-8f0e-4b39-9d6c-0e3f0b1d6a11", "/review", "/leave")) {
            for (MvcResult result : List.of(bench.visitor().perform(get(path)), bench.visitor().perform(head(path)))) {
                assertThat(result.getRequest().getSession(false)).as("session of " + path).isNull();
                assertThat(result.getResponse().getCookie(GuestSessionContexts.COOKIE)).isNull();
            }
        }

        assertThat(bench.everything()).isEqualTo(before);
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void showsTheInvitationWithTheMessageAsPlainText() throws Exception {
        String page = bench.visitor().follows(bench.link(bench.invitedGuest())).getContentAsString();

        assertThat(page).contains("You are invited", "Email me a code", "Welcome &lt;b&gt;!&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/redeem/x", "/redeem/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/redeem/{a}", "/redeem/é"})
    void saysTheSameAboutEveryForgedLink(String path) throws Exception {
        MockHttpServletResponse answer = bench.visitor().perform(get("/redeem/{ticket}", path.substring("/redeem/".length()))).getResponse();

        assertThat(answer.getStatus()).isEqualTo(410);
        assertThat(answer.getContentAsString()).contains("This link does not work").doesNotContain("Ask for a new invitation", "Sam Guest");
    }

    @Test
    void mailsNoCodeForADeadLink() throws Exception {
        Guest guest = removedGuest();
        int codes = bench.count("passcode");

        MockHttpServletResponse answer = bench.visitor().posts(bench.link(guest) + "/code");

        assertThat(answer.getContentAsString()).contains("This link does not work").doesNotContain("Sam Guest", guest.address().value());
        assertThat(bench.count("passcode")).isEqualTo(codes);
    }

    @Test
    void passesOnOneRequestForANewInvitationHoweverOftenItIsAsked() throws Exception {
        Guest guest = removedGuest();
        Visitor visitor = bench.visitor();
        assertThat(visitor.follows(bench.link(guest)).getContentAsString()).contains("Ask for a new invitation");

        visitor.posts(bench.link(guest) + "/ask");
        visitor.posts(bench.link(guest) + "/ask");

        assertThat(visitor.follows(bench.link(guest)).getContentAsString()).contains("Your request has been passed on.")
                .doesNotContain("Ask for a new invitation");
        assertThat(bench.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'UserTask_AnswerRequest' and PROC_INST_ID_ = ?", bench.read(guest).inCharge()))
                .isOne();
    }

    @Test
    void refusesAPostThatComesFromElsewhere() throws Exception {
        Guest guest = bench.invitedGuest();

        MockHttpServletResponse answer = bench.visitor()
                .perform(post(bench.link(guest) + "/code")).getResponse();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(bench.count("passcode where guest_id = ?", guest.id().value())).isZero();
    }

    @Test
    void tellsBrowsersToKeepThePageToThemselves() {
        MockHttpServletResponse page = bench.visitor().follows(bench.link(bench.invitedGuest()));

        assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"de-CH,Sie sind eingeladen", "'it, fr;q=0.8',Vous êtes invité", "es,Ha recibido una invitación", "ja,You are invited", "'',You are invited"})
    void speaksTheLanguageOfTheBrowser(String wish, String title) throws Exception {
        var request = get(bench.link(bench.invitedGuest()));
        if (!wish.isEmpty()) {
            request.locale(Locale.LanguageRange.parse(wish).stream().map(range -> Locale.forLanguageTag(range.getRange()))
                    .toArray(Locale[]::new));
        }

        assertThat(bench.visitor().perform(request).getResponse().getContentAsString()).contains(title);
    }

    @Test
    void staysInTheLanguageThatTheGuestChose() throws Exception {
        String link = bench.link(bench.invitedGuest());
        Visitor visitor = bench.visitor();

        MockHttpServletResponse answer = visitor.posts("/language", "language", "de", "back", link);

        assertThat(answer.getRedirectedUrl()).isEqualTo(link);
        assertThat(visitor.follows(link).getContentAsString()).contains("lang=\"de\"", "Sie sind eingeladen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "", "/redeem/../../x"})
    void leadsNowhereElseAfterTheChoiceOfALanguage(String back) {
        assertThat(bench.visitor().posts("/language", "language", "xx", "back", back).getRedirectedUrl()).isEqualTo("/myapps");
    }

    private Guest removedGuest() {
        Guest guest = bench.invitedGuest();
        removals.start(guest.id(), RemovalReason.REQUESTED, null);
        return bench.read(guest);
    }
}
