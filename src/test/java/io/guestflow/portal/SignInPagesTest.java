package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;

@GuestflowTest
class SignInPagesTest {

    private static final String WRONG = "This code is wrong or no longer valid.";

    @Autowired
    private Removals removals;
    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void signsTheGuestInWithTheCodeAndLeadsToTheReview() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.visitor();
        String challenge = visitor.posts(bench.link(guest) + "/code").getRedirectedUrl();
        String digits = bench.code(challenge);

        MockHttpServletResponse answer = visitor.posts(challenge, "code", digits.substring(0, 4) + " " + digits.substring(4));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/review");
        assertThat(answer.getHeaders("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("guest=").contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure"));
        assertThat(visitor.follows("/review").getStatus()).isEqualTo(200);
    }

    @Test
    void marksTheCookieAsSecureWhereTheRequestIs() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.visitor();
        String challenge = visitor.posts(bench.link(guest) + "/code").getRedirectedUrl();

        visitor.perform(post(challenge).param("code", bench.code(challenge)).param("_csrf", visitor.formToken()).secure(true));

        assertThat(visitor.perform(get("/review")).getRequest().getCookies()).filteredOn(cookie -> cookie.getName().equals("guest"))
                .hasSize(1).allMatch(Cookie::getSecure);
    }

    @Test
    void keepsNeitherCodeNorTokenNorAddress() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);

        assertThat(bench.count("guest_session where token_hash = ?", visitor.cookie("guest"))).isZero();
        assertThat(bench.count("guest_session where guest_id = ?", guest.id().value())).isOne();
        assertThat(bench.count("passcode where guest_id = ? and (length(code_hash) < 64 or address_key like '%@%')", guest.id().value())).isZero();
    }

    @Test
    void takesACodeOnceOnly() throws Exception {
        Guest guest = bench.invitedGuest();
        String challenge = bench.visitor().posts(bench.link(guest) + "/code").getRedirectedUrl();
        bench.visitor().posts(challenge, "code", bench.code(challenge));

        assertThat(bench.visitor().posts(challenge, "code", bench.code(challenge)).getContentAsString()).contains(WRONG);
    }

    @Test
    void voidsACodeAfterFiveWrongTries() throws Exception {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.visitor();
        String challenge = visitor.posts(bench.link(guest) + "/code").getRedirectedUrl();
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.posts(challenge, "code", "0000000" + i).getStatus()).isEqualTo(422);
        }

        assertThat(visitor.posts(challenge, "code", bench.code(challenge)).getContentAsString()).contains(WRONG);
        assertThat(visitor.cookie("guest")).isNull();
    }

    @Test
    void takesNoCodeAfterItsTime() throws Exception {
        Guest guest = bench.invitedGuest();
        String challenge = bench.visitor().posts(bench.link(guest) + "/code").getRedirectedUrl();
        bench.change("update passcode set expires_at = ? where guest_id = ?", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
                guest.id().value());

        assertThat(bench.visitor().posts(challenge, "code", bench.code(challenge)).getContentAsString()).contains(WRONG);
    }

    @Test
    void tellsNobodyWhetherAnAddressIsKnown() throws Exception {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.visitor();

        String known = visitor.posts("/sign-in", "address", guest.address().value()).getRedirectedUrl();
        String unknown = visitor.posts("/sign-in", "address", "nobody-" + guest.address().value()).getRedirectedUrl();

        assertThat(withoutIds(visitor.follows(unknown))).isEqualTo(withoutIds(visitor.follows(known)));
        assertThat(withoutIds(visitor.posts(unknown, "code", "00000000"))).isEqualTo(withoutIds(visitor.posts(known, "code", "00000000")));
        assertThat(withoutIds(visitor.posts(unknown, "code", bench.code(unknown)))).contains(WRONG);
        assertThat(bench.count("passcode where id = ?", UUID.fromString(unknown.substring("/sign-in/".length())))).isOne();
    }

    @Test
    void mailsFiveCodesAnHourToAnAddressKnownOrNot() {
        String known = bench.invitedGuest().address().value();
        String unknown = "nobody-" + known;
        for (String address : new String[] {known, unknown}) {
            String challenge = null;
            for (int i = 0; i < Passcodes.MOST_PER_ADDRESS; i++) {
                challenge = bench.visitor().posts("/sign-in", "address", address).getRedirectedUrl();
            }
            assertThat(bench.visitor().posts("/sign-in", "address", address.toUpperCase()).getStatus()).isEqualTo(429);
            assertThat(bench.visitor().posts(challenge + "/again").getStatus()).isEqualTo(429);
        }
    }

    @Test
    void mailsAnotherCodeOnRequest() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.visitor();
        String first = visitor.posts(bench.link(guest) + "/code").getRedirectedUrl();

        String second = visitor.posts(first + "/again").getRedirectedUrl();

        assertThat(second).isNotEqualTo(first);
        assertThat(visitor.posts(second, "code", bench.code(second)).getRedirectedUrl()).isEqualTo("/review");
    }

    @Test
    void slowsDownAClientThatTriesInMasses() {
        Visitor visitor = bench.visitor();
        String challenge = "/sign-in/c8d5c2ab-8f0e-4b39-9d6c-0e3f0b1d6a11";

        assertThat(IntStream.range(0, 5 * ClientLimit.PER_MINUTE).map(i -> visitor.posts(challenge, "code", "00000000").getStatus()))
                .contains(429);
        assertThat(bench.visitor().posts(challenge, "code", "00000000").getStatus()).isEqualTo(422);
    }

    @Test
    void refusesWhatIsNoAddressBesideTheField() throws Exception {
        MockHttpServletResponse answer = bench.visitor().posts("/sign-in", "address", "\"><script>");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Enter a mail address", "aria-invalid=\"true\"", "&quot;&gt;&lt;script&gt;");
    }

    @Test
    void endsASessionAtItsTimeHoweverBusyTheGuestIs() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);
        bench.change("update guest_session set expires_at = ? where guest_id = ?", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
                guest.id().value());

        assertThat(visitor.follows("/review").getRedirectedUrl()).endsWith("/myapps");
    }

    @Test
    void endsTheSessionWhenTheGuestSignsOut() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);
        String token = visitor.cookie("guest");

        visitor.posts("/sign-out");

        assertThat(bench.count("guest_session where guest_id = ?", guest.id().value())).isZero();
        assertThat(bench.visitor().perform(get("/review").cookie(new Cookie("guest", token))).getResponse().getRedirectedUrl())
                .endsWith("/myapps");
    }

    @Test
    void endsCodesAndSessionsWithTheRemovalOfTheGuest() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);
        String challenge = visitor.posts("/sign-in", "address", guest.address().value()).getRedirectedUrl();

        removals.start(guest.id(), RemovalReason.REQUESTED, null);

        assertThat(visitor.follows("/review").getRedirectedUrl()).endsWith("/myapps");
        assertThat(visitor.posts(challenge, "code", bench.code(challenge)).getStatus()).isEqualTo(422);
        assertThat(bench.visitor().posts("/sign-in", "address", guest.address().value()).getStatus()).isEqualTo(302);
        assertThat(bench.count("passcode where guest_id = ?", guest.id().value())).isZero();
    }

    private static String withoutIds(MockHttpServletResponse page) throws Exception {
        return page.getContentAsString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
