package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole journey as people see it: invite in Tasklist, read the mail, accept, use the apps, be removed. */
class GuestJourneyIT extends InBrowser {

    private static final String GUEST = "Sam Guest";
    private static final String ADDRESS = "sam+contoso@partner.example";

    @Autowired
    private JdbcClient jdbc;

    /** Only the embedded database comes with groups and apps to try. */
    @BeforeEach
    void enterAGroupWithAnAppWhereThereIsNone() {
        if (jdbc.sql("select count(*) from directory_group where display_name = 'Marketing'").query(Integer.class).single() == 0) {
            UUID marketing = UUID.randomUUID();
            UUID portal = UUID.randomUUID();
            jdbc.sql("insert into directory_group (id, display_name) values (:id, 'Marketing')").param("id", marketing).update();
            jdbc.sql("insert into app (id, display_name, url) values (:id, 'Brand portal', 'https://brand.contoso.example/')").param("id", portal).update();
            jdbc.sql("insert into app_assignment (app_id, principal_id) values (:app, :group)").param("app", portal).param("group", marketing).update();
        }
    }

    @Test
    void guestIsInvitedInTasklistAcceptsSeesMyAppsAndIsRemoved() {
        BrowserContext staff = browser.visitor(1280, 900);
        BrowserContext guest = browser.visitor(1000, 860);
        Tasklist tasklist = enter(staff.newPage());
        invite(tasklist);
        Page guests = seeInDirectory(staff.newPage(), "Pending");
        seeInCockpit(staff.newPage(), guests.url().replaceFirst(".*/", ""));
        Page apps = accept(guest.newPage());
        remove(guests);
        seeRemovedGuest(apps);
        askForNewInvitation(guest.newPage());
        seeTaskToRestore(tasklist.page());
    }

    private Tasklist enter(Page page) {
        page.navigate(HOME + "/");
        Browser.takePicture(page, "start");
        Browser.requireAccessible(page, "Guests of Contoso");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Tasklist"))).first().click();
        Browser.requireAccessible(page, "Sign in");
        signIn(page);
        assertThat(page.getByText("Needs attention").first()).isVisible();
        return new Tasklist(page);
    }

    private void invite(Tasklist tasklist) {
        Locator form = tasklist.begin("Guest onboarding");
        form.getByLabel("Name").fill(GUEST);
        form.getByLabel("Email").fill(ADDRESS);
        form.getByLabel("Personal message").fill("Hello Sam, this is where we plan the autumn campaign.\nBest regards");
        form.getByLabel("Marketing").check();
        tasklist.look("invite");
        tasklist.start();
        tasklist.requireSaid("Successfully invited " + ADDRESS);
    }

    private Page seeInDirectory(Page page, String state) {
        page.navigate(HOME + "/guests");
        Browser.requireAccessible(page, "Guests");
        Browser.takePicture(page, "guests");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(GUEST))).containsText(state);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(GUEST)).click();
        Browser.requireAccessible(page, GUEST);
        Browser.takePicture(page, "guest");
        return page;
    }

    private Page accept(Page page) {
        Page invitation = followInvitation(page);
        Browser.requireAccessible(invitation, "You are invited");
        Browser.takePicture(invitation, "invitation");
        press(invitation, "Email me a code");
        Browser.requireAccessible(invitation, "Enter the code");
        invitation.getByLabel("Code").fill(code(page));
        Browser.takePicture(invitation, "code");
        press(invitation, "Continue");
        assertThat(invitation.getByText("will be able to").first()).isVisible();
        Browser.requireAccessible(invitation, "Review permissions");
        Browser.takePicture(invitation, "review");
        press(invitation, "Accept");
        assertThat(invitation.getByText("Brand portal")).isVisible();
        Browser.requireAccessible(invitation, "My Apps");
        Browser.takePicture(invitation, "my-apps");
        invitation.getByText("Leave organization").click();
        Browser.requireAccessible(invitation, "Leave Contoso?");
        invitation.goBack();
        return invitation;
    }

    private Page followInvitation(Page page) {
        FrameLocator letter = openLetter(page, ADDRESS, "invited you to collaborate");
        Browser.takePicture(page, "mail");
        return page.waitForPopup(() -> letter.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Accept invitation")).click());
    }

    private String code(Page page) {
        FrameLocator letter = openLetter(page, ADDRESS, "[Cc]ode");
        Matcher digits = Pattern.compile("\\b(\\d{4})\\s?(\\d{4})\\b").matcher(letter.locator("body").innerText());
        if (!digits.find()) {
            throw new AssertionError("The letter has no code of eight digits.");
        }
        return digits.group(1) + digits.group(2);
    }

    /** Cockpit knows the guest by id only. */
    private void seeInCockpit(Page page, String guestId) {
        page.navigate(HOME + "/camunda/app/cockpit/default/#/processes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Guest onboarding")).first().click();
        assertThat(page.locator("[data-element-id=UserTask_ReviewPermissions]").first()).isVisible();
        assertThat(page.getByText(guestId).first()).isVisible();
        Browser.takePicture(page, "cockpit");
    }

    private void remove(Page page) {
        page.reload();
        page.getByText("Remove guest").first().click();
        press(page, "Remove guest");
        assertThat(page.getByText("The guest is removed")).isVisible();
        Browser.requireAccessible(page, GUEST);
    }

    private void seeRemovedGuest(Page apps) {
        apps.reload();
        assertThat(apps.getByLabel("Email address")).isVisible();
        Browser.requireAccessible(apps, "My Apps");
    }

    private void askForNewInvitation(Page page) {
        Page deadLink = followInvitation(page);
        Browser.requireAccessible(deadLink, "This link does not work (any more)");
        Browser.takePicture(deadLink, "dead-link");
        press(deadLink, "Ask for a new invitation");
        assertThat(deadLink.getByText("Your request has been passed on.")).isVisible();
        Browser.requireAccessible(deadLink, "This link does not work (any more)");
    }

    private void seeTaskToRestore(Page tasklist) {
        tasklist.reload();
        tasklist.getByText("Removed guests").first().click();
        tasklist.locator(".tasks-list").getByText("Restore or purge").first().click();
        assertThat(tasklist.getByRole(AriaRole.DEFINITION).filter(new Locator.FilterOptions().setHasText(ADDRESS))).isVisible();
        Browser.takePicture(tasklist, "tasklist-removed");
        tasklist.getByText("Needs attention").first().click();
        assertThat(tasklist.locator(".tasks-list").getByText("Answer request for a new invitation").first()).isVisible();
    }
}
