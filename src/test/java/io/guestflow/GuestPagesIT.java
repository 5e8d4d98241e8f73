package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.guestflow.guest.Catalogue;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Tickets;
import io.guestflow.portal.OtherReviewForm;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What guests see on a phone and by night, in every language, and the pages that nobody hopes to see. */
class GuestPagesIT extends InBrowser {

    @Autowired
    private Onboarding onboarding;
    @Autowired
    private Directory directory;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private Tickets tickets;
    @Autowired
    private PasscodeDigits digits;
    @Autowired
    private MessageSource messages;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private IdentityService identity;

    private Locale language = Locale.ENGLISH;

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
    void saysBesideTheFieldWhatOnlyTheServerRefuses() throws IOException {
        try (var asking = new OtherReviewForm(repository, """
                {"type": "textfield", "id": "Company", "key": "company", "label": "Company", "validate": {"required": true}}""")) {
            Page page = reviewing(invitedGuest());
            Locator company = page.getByLabel("Company");
            company.fill("   ");
            press(page, "Accept");

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is a problem Company: Please answer this.");
            assertThat(company).hasAttribute("aria-invalid", "true");
            assertThat(company).hasAccessibleDescription("Please answer this.");
            look(page, "review.title");
            company.fill("Partner Ltd");
            assertThat(company).hasAttribute("aria-invalid", "false");
            press(page, "Accept");
            look(page, "myApps.title");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, Choisir", "es, Elegir"})
    void asksForAChoiceInTheGuestsLanguage(Locale spoken, String choose) throws IOException {
        try (var asking = new OtherReviewForm(repository, """
                {"type": "select", "id": "Size", "key": "size", "label": "Size", "values": [{"value": "S", "label": "Small"}], "validate": {"required": true}}""")) {
            Page page = browser.phone(spoken, ColorScheme.DARK).newPage();
            page.navigate(link(invitedGuest()));
            primary(page).click();
            enterCode(page);
            Locator size = page.getByLabel("Size");
            assertThat(size).hasAttribute("aria-invalid", "false");
            primary(page).click();
            assertThat(size).hasAttribute("aria-invalid", "true");
            assertThat(page.getByText(choose)).isVisible();
            page.getByText("Small").click();
            assertThat(size).hasAttribute("aria-invalid", "false");
        }
    }

    @Test
    void saysThatTheOrganizationHasBeenToldOfAFormThatCannotBeShown() throws IOException {
        try (var asking = new OtherReviewForm(repository, "{\"type\": \"datetime\", \"id\": \"Day\", \"key\": \"day\"}")) {
            Page page = visit(link(invitedGuest()));
            primary(page).click();
            enterCode(page);
            look(page, "error.503.title");
        }
    }

    @Test
    void tellsAnAnalystWhereGuestsAreToBeSeen() {
        var analyst = identity.newUser("ada-" + UUID.randomUUID());
        analyst.setPassword("Long-1-enough");
        identity.saveUser(analyst);
        identity.createMembership(analyst.getId(), "process-analysts");
        Page page = visit(HOME + "/guests");
        page.getByLabel("User").fill(analyst.getId());
        page.getByLabel("Password").fill("Long-1-enough");
        press(page, "Sign in");
        Browser.requireAccessible(page, "You may not do this");
        Browser.takePicture(page, "staff-403");
    }

    private void look(Page page, String title) {
        Browser.requireAccessible(page, messages.getMessage(title, new Object[]{"Contoso", "contoso.example"}, language));
        Browser.requireFitting(page);
        Browser.takePicture(page, language + "-" + title);
    }

    private Page visit(String address) {
        Page page = browser.visitor(1000, 860).newPage();
        page.navigate(address);
        return page;
    }

    private Page reviewing(Guest guest) {
        Page page = visit(link(guest));
        primary(page).click();
        enterCode(page);
        assertThat(page.getByText("will be able to").first()).isVisible();
        return page;
    }

    private void enterCode(Page page) {
        assertThat(page.locator("#code")).isVisible();
        page.locator("#code").fill(digits.of(UUID.fromString(page.url().replaceFirst(".*/", ""))));
        primary(page).click();
    }

    private static Locator primary(Page page) {
        return page.locator("main .button.primary");
    }

    private Guest invitedGuest() {
        var marketing = catalogue.groups().stream().filter(group -> group.name().equals("Marketing")).findFirst().orElseThrow();
        return directory.find(onboarding.invite(new InvitationRequest("Sam Guest", UUID.randomUUID() + "@partner.example",
                "Hello Sam,\nthis is where we plan the autumn campaign: https://campaigns.contoso.example/autumn/planning/2026/first-draft-of-everything",
                List.of(marketing.id().toString()), List.of(), false, null, List.of(), "en", null, null,
                null))).orElseThrow();
    }

    private String link(Guest guest) {
        return tickets.link(guest.invitation()).toString();
    }
}
