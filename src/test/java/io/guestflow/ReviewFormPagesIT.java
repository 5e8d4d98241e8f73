package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.guestflow.portal.OtherReviewForm;
import java.io.IOException;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What guests see of a form that the organization has drawn itself. */
class ReviewFormPagesIT extends GuestPages {

    @Autowired
    private RepositoryService repository;

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
}
