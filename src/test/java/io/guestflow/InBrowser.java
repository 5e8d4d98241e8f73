package io.guestflow;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The application as people reach it with a browser. */
abstract class InBrowser extends StartedApplication {

    static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(Browser.PATIENCE);
        Awaitility.setDefaultTimeout(Duration.ofMillis(Browser.PATIENCE));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** Letters leave in jobs, so the mailbox is looked at until the letter is there. */
    static FrameLocator openLetter(Page page, String address, String subject) {
        Locator letter = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(address))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(subject)));
        page.navigate(HOME + "/mailbox");
        Awaitility.await().until(() -> {
            page.reload();
            return letter.count() > 0;
        });
        letter.first().click();
        return page.frameLocator("iframe");
    }

    static void press(Page page, String name) {
        button(page, name).click();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Signs the first administrator in where the page asks for it. */
    static void signIn(Page page) {
        page.getByLabel("User").fill(StaffAccount.FIRST_ADMINISTRATOR.user());
        page.getByLabel("Password").fill(StaffAccount.PASSWORD);
        press(page, "Sign in");
    }

    /** A window in which the first administrator is signed in. */
    static BrowserContext signedIn() {
        BrowserContext visitor = browser.visitor(1280, 900);
        Page page = visitor.newPage();
        page.navigate(HOME + "/login");
        signIn(page);
        PlaywrightAssertions.assertThat(page).hasURL(HOME + "/");
        page.close();
        return visitor;
    }
}
