package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guestflow.guest.Catalogue;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Tickets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** A guest with a browser. */
abstract class GuestPages extends InBrowser {

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

    Locale language = Locale.ENGLISH;

    void look(Page page, String title) {
        Browser.requireAccessible(page, messages.getMessage(title, new Object[]{"Contoso", "contoso.example"}, language));
        Browser.requireFitting(page);
        Browser.takePicture(page, language + "-" + title);
    }

    Page visit(String address) {
        Page page = browser.visitor(1000, 860).newPage();
        page.navigate(address);
        return page;
    }

    Page reviewing(Guest guest) {
        Page page = visit(link(guest));
        primary(page).click();
        enterCode(page);
        assertThat(page.getByText("will be able to").first()).isVisible();
        return page;
    }

    void enterCode(Page page) {
        assertThat(page.locator("#code")).isVisible();
        page.locator("#code").fill(digits.of(UUID.fromString(page.url().replaceFirst(".*/", ""))));
        primary(page).click();
    }

    static Locator primary(Page page) {
        return page.locator("main .button.primary");
    }

    Guest invitedGuest() {
        var marketing = catalogue.groups().stream().filter(group -> group.name().equals("Marketing")).findFirst().orElseThrow();
        return directory.find(onboarding.invite(new InvitationRequest("Sam Guest", UUID.randomUUID() + "@partner.example",
                "Hello Sam,\nthis is where we plan the autumn campaign: https://campaigns.contoso.example/autumn/planning/2026/first-draft-of-everything",
                List.of(marketing.id().toString()), List.of(), false, null, List.of(), "en", null, null,
                null))).orElseThrow();
    }

    String link(Guest guest) {
        return tickets.link(guest.invitation()).toString();
    }
}
