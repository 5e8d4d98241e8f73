package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole journey as people see it: invite in Tasklist, read the mail, accept, use the apps, be removed. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"camunda.bpm.job-execution.enabled=true", "camunda.bpm.process-engine-name=default"})
@ActiveProfiles("test")
class GuestJourneyIT {

    private static final String GUEST = "Sam Guest";
    private static final String ADDRESS = "sam+contoso@partner.example";
    private static final int PORT = freePort();
    private static final String HOME = "http://localhost:" + PORT;

    @TempDir
    private static Path mail;
    private static Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("guestflow.base-url", () -> HOME);
        registry.add("guestflow.mailbox.directory", () -> mail.toString());
    }

    @BeforeAll
    static void open() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(Browser.PATIENCE);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void guestIsInvitedInTasklistAcceptsSeesMyAppsAndIsRemoved() {
        BrowserContext staff = browser.visitor(1280, 900);
        BrowserContext guest = browser.visitor(1000, 860);
        Page tasklist = signIn(staff.newPage());
        invite(tasklist);
        Page guests = seeInDirectory(staff.newPage(), "Pending");
        seeInCockpit(staff.newPage(), guests.url().replaceFirst(".*/", ""));
        Page apps = accept(guest.newPage());
        remove(guests);
        seeRemovedGuest(apps);
        askForNewInvitation(guest.newPage());
        seeTaskToRestore(tasklist);
    }

    private Page signIn(Page page) {
        page.navigate(HOME + "/");
        Browser.takePicture(page, "start");
        Browser.requireAccessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Tasklist"))).first().click();
        Browser.requireAccessible(page);
        page.getByLabel("User").fill("admin");
        page.getByLabel("Password").fill("Long-1-enough");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        assertThat(page.getByText("Needs attention").first()).isVisible();
        return page;
    }

    private void invite(Page page) {
        page.getByText("Start process").first().click();
        page.locator(".modal-content").getByText("Guest onboarding").first().click();
        assertThat(page.getByText("Invite external user")).isVisible();
        page.locator("#guest-name").fill(GUEST);
        page.locator("#guest-email").fill("sam at partner");
        page.locator("#guest-message").fill("Hello Sam, this is where we plan the autumn campaign.\nBest regards");
        page.getByLabel("Marketing").check();
        start(page);
        assertThat(page.locator("#guest-email-problem")).hasText("This is not a mail address like name@example.org.");
        page.locator("#guest-email").fill(ADDRESS);
        Browser.takePicture(page, "tasklist-invite");
        start(page);
        assertThat(page.getByText("Successfully invited " + ADDRESS)).isVisible();
    }

    private static void start(Page page) {
        page.locator(".modal-footer").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")).click();
    }

    private Page seeInDirectory(Page page, String state) {
        page.navigate(HOME + "/guests");
        Browser.requireAccessible(page);
        Browser.takePicture(page, "guests");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(GUEST))).containsText(state);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(GUEST)).click();
        Browser.requireAccessible(page);
        Browser.takePicture(page, "guest");
        return page;
    }

    private Page accept(Page page) {
        Page invitation = followInvitation(page);
        Browser.requireAccessible(invitation);
        Browser.takePicture(invitation, "invitation");
        button(invitation, "Email me a code").click();
        Browser.requireAccessible(invitation);
        invitation.getByLabel("Code").fill(code(page));
        Browser.takePicture(invitation, "code");
        button(invitation, "Continue").click();
        assertThat(invitation.getByText("will be able to").first()).isVisible();
        Browser.requireAccessible(invitation);
        Browser.takePicture(invitation, "review");
        button(invitation, "Accept").click();
        assertThat(invitation.getByText("Brand portal")).isVisible();
        Browser.requireAccessible(invitation);
        Browser.takePicture(invitation, "my-apps");
        invitation.getByText("Leave organization").click();
        assertThat(invitation).hasURL(HOME + "/leave");
        Browser.requireAccessible(invitation);
        invitation.goBack();
        return invitation;
    }

    private Page followInvitation(Page page) {
        FrameLocator letter = openLetter(page, Pattern.compile("invited you to collaborate"));
        Browser.takePicture(page, "mail");
        return page.waitForPopup(() -> letter.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Accept invitation")).click());
    }

    private String code(Page page) {
        FrameLocator letter = openLetter(page, Pattern.compile("[Cc]ode"));
        Matcher digits = Pattern.compile("\\b(\\d{4})\\s?(\\d{4})\\b").matcher(letter.locator("body").innerText());
        if (!digits.find()) {
            throw new AssertionError("The letter has no code of eight digits.");
        }
        return digits.group(1) + digits.group(2);
    }

    /** Letters leave in jobs, so the mailbox is looked at until the letter is there. */
    private FrameLocator openLetter(Page page, Pattern subject) {
        Locator letter = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(subject));
        page.navigate(HOME + "/mailbox");
        Awaitility.await().until(() -> {
            page.reload();
            return letter.count() > 0;
        });
        letter.first().click();
        return page.frameLocator("iframe");
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
        button(page, "Remove guest").click();
        assertThat(page.getByText("The guest is removed")).isVisible();
        Browser.requireAccessible(page);
    }

    private void seeRemovedGuest(Page apps) {
        apps.reload();
        assertThat(apps.getByText("Brand portal")).not().isVisible();
        Browser.requireAccessible(apps);
    }

    private void askForNewInvitation(Page page) {
        Page deadLink = followInvitation(page);
        Browser.requireAccessible(deadLink);
        Browser.takePicture(deadLink, "dead-link");
        button(deadLink, "Ask for a new invitation").click();
        assertThat(button(deadLink, "Ask for a new invitation")).not().isVisible();
        Browser.requireAccessible(deadLink);
    }

    private void seeTaskToRestore(Page tasklist) {
        tasklist.reload();
        tasklist.getByText("Removed guests").first().click();
        tasklist.locator(".tasks-list").getByText("Restore or purge").first().click();
        assertThat(tasklist.getByText(ADDRESS)).isVisible();
        Browser.takePicture(tasklist, "tasklist-removed");
        tasklist.getByText("Needs attention").first().click();
        assertThat(tasklist.locator(".tasks-list").getByText("Answer request for a new invitation").first()).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
