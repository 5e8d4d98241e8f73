package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which staff read the API's document and try it. */
class ApiPageIT extends InBrowser {

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext staff;

    @BeforeEach
    void enter() {
        staff = browser.visitor(1280, 900);
    }

    @AfterEach
    void leave() {
        staff.close();
    }

    @Test
    void administratorInvitesAndListsGuestsFromThePage() {
        Page page = openPage();
        Browser.takePicture(page, "api");
        Browser.requireAccessible(page, "API");

        Locator invitation = operation(page, "Invite a guest");
        execute(invitation);
        assertThat(answer(invitation)).containsText("201");
        assertThat(answer(invitation)).containsText("PendingAcceptance");
        Locator users = operation(page, "List guests and members");
        execute(users);
        assertThat(answer(users)).containsText("200");
        assertThat(answer(users)).containsText("ada@analytical.example");

        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void programIsAuthorizedByItsIdAndSecret() {
        Page page = openPage();
        press(page, "Authorize");
        page.getByLabel("client_id").fill("inviting-app");
        page.getByLabel("client_secret").fill(AccessTokens.secretOf("inviting-app"));
        press(page, "Apply given OAuth2 credentials");
        press(page, "Close");

        Locator users = operation(page, "List guests and members");
        execute(users);

        assertThat(answer(users)).containsText("Authorization_RequestDenied");
    }

    @Test
    void thePageFitsAPhone() {
        staff.close();
        staff = browser.visitor(390, 844);
        Page page = openPage();

        operation(page, "Invite a guest").getByText("Invite a guest").click();

        assertThat(page.getByText("Request body")).isVisible();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        Browser.takePicture(page, "api-phone");
    }

    private Page openPage() {
        Page page = staff.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(HOME + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^API"))).click();
        signIn(page);
        assertThat(page.locator(".opblock").first()).isVisible();
        return page;
    }

    private static Locator operation(Page page, String summary) {
        return page.locator(".opblock").filter(new Locator.FilterOptions().setHasText(summary));
    }

    private static void execute(Locator operation) {
        operation.locator(".opblock-summary").click();
        operation.getByText("Try it out").click();
        operation.getByText("Execute").click();
    }

    private static Locator answer(Locator operation) {
        return operation.locator(".live-responses-table");
    }
}
