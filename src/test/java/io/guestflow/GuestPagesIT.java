package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.guestflow.guest.Guest;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What guests see on a phone and by night, in every language, and the pages that nobody hopes to see. */
class GuestPagesIT extends GuestPages {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private IdentityService identity;

    @ParameterizedTest
    @CsvSource({"de, DARK", "fr, LIGHT", "es, DARK"})
    void leadsAGuestWithAPhoneToMyAppsAndOutAgain(Locale spoken, ColorScheme scheme) {
        language = spoken;
        Guest guest = invitedGuest();
        Page page = browser.phone(spoken, scheme).newPage();
        page.navigate(link(guest));
        look(page, "redeem.title");
        primary(page).click();
        look(page, "code.title");
        enterCode(page);
        look(page, "review.title");
        primary(page).click();
        look(page, "myApps.title");
        page.navigate(HOME + "/leave");
        look(page, "leave.title");
        page.locator(".button.danger").click();
        look(page, "left.title");
        page.navigate(HOME + "/myapps");
        look(page, "signIn.title");
        page.navigate(link(guest));
        look(page, "dead.title");
    }

    @Test
    void saysThatTheGuestHasDeclined() {
        Page page = reviewing(invitedGuest());
        press(page, "Decline");
        look(page, "declined.title");
    }

    @Test
    void saysBesideTheFieldThatACodeIsWrong() {
        Page page = visit(link(invitedGuest()));
        primary(page).click();
        page.getByLabel("Code").fill("1234");
        primary(page).click();
        assertThat(page.getByText("This code is wrong or no longer valid.")).isVisible();
        look(page, "code.title");
    }

    @Test
    void saysBesideTheFieldThatAnAddressIsNone() {
        Page page = visit(HOME + "/myapps");
        page.getByLabel("Email address").fill("sam at partner");
        primary(page).click();
        assertThat(page.getByText("Enter a mail address like name@example.org.")).isVisible();
        look(page, "signIn.title");
    }

    @Test
    void saysThatAForgedLinkDoesNotWork() {
        Page page = visit(HOME + "/redeem/AAECAwQFBgcICQoLDA0ODwAAAAHx");
        look(page, "dead.title");
        assertThat(button(page, "Ask for a new invitation")).not().isVisible();
    }

    @Test
    void letsAGuestWhoseInvitationHasExpiredAskForANewOne() {
        Guest guest = invitedGuest();
        jdbc.sql("update invitation set expires_at = created_at where guest_id = :guest").param("guest", guest.id().value()).update();
        Page page = visit(link(guest));
        look(page, "dead.title");
        assertThat(button(page, "Ask for a new invitation")).isVisible();
    }

    @Test
    void asksForPatienceAfterTooManyCodes() {
        Page page = visit(link(invitedGuest()));
        primary(page).click();
        Locator another = button(page, "Send another code");
        Locator patience = page.getByText("Please wait a while");
        while (!patience.isVisible()) {
            another.click();
            assertThat(another.or(patience)).isVisible();
        }
        look(page, "error.429.title");
    }

    @Test
    void tellsAnAnalystWhereGuestsAreToBeSeen() {
        StaffAccount analyst = StaffAccount.in("process-analysts", identity);
        Page page = visit(HOME + "/guests");
        page.getByLabel("User").fill(analyst.user());
        page.getByLabel("Password").fill(StaffAccount.PASSWORD);
        press(page, "Sign in");
        Browser.requireAccessible(page, "You may not do this");
        Browser.takePicture(page, "staff-403");
    }
}
