package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Restorations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms with which administrators remove guests and decide about removed ones, to their end and to their refusal. */
class RemovalFormsIT extends InBrowser {

    private static BrowserContext staff;

    @Autowired
    private Removals removals;
    @Autowired
    private Restorations restorations;
    @Autowired
    private Directory directory;
    @Autowired
    private JdbcClient jdbc;

    private StaffGuests guests;
    private Tasklist tasklist;

    @BeforeEach
    void openTasklist(@Autowired AutowireCapableBeanFactory beans) {
        guests = beans.createBean(StaffGuests.class);
        staff = staff == null ? signedIn() : staff;
        tasklist = new Tasklist(staff.newPage());
    }

    @AfterEach
    void closeTasklist() {
        tasklist.page().close();
    }

    @Test
    void removesTheGuestWhoIsChosen() {
        Guest guest = guests.invited();
        Locator form = chosenForRemoval();
        form.getByLabel("Why").fill("The campaign is over.");
        tasklist.look("remove");

        tasklist.start();

        tasklist.requireSaid("Guest removed");
        assertThat(guests.read(guest).removal().note()).isEqualTo("The campaign is over.");
    }

    @Test
    void removesNobodyWhoIsNotToBeSeenAnyMore() {
        guests.invited();
        Locator form = chosenForRemoval();

        form.getByPlaceholder("Search by name or address").fill("nobody of this name");

        assertThat(form.getByText("There is no such guest.")).isVisible();
        assertThat(InBrowser.button(tasklist.page(), "Start")).isDisabled();
    }

    @Test
    void saysThatTheGuestIsRemovedAlready() {
        Guest guest = guests.invited();
        Locator form = chosenForRemoval();
        removals.start(guest.id(), RemovalReason.REQUESTED, null);

        tasklist.start();

        assertThat(form.getByRole(AriaRole.ALERT)).containsText("The process could not be started. :\n\nThis guest is removed already.");
    }

    @Test
    void restoresTheGuest() {
        Guest guest = guests.removed();
        Locator form = tasklist.claim(guests.task(guest, "UserTask_RestoreOrPurge"));
        assertThat(form).containsText(guests.address);
        tasklist.look("restore");

        form.getByLabel("Restore: ").check();
        tasklist.complete();

        Awaitility.await().until(() -> guests.read(guest).state() == GuestState.PENDING);
    }

    @Test
    void showsWhatBecameOfTheLettersToARemovedGuest() {
        Guest guest = guests.invitedByLetter();
        openLetter(staff.newPage(), guests.address, "invited you to collaborate");
        removals.start(guest.id(), RemovalReason.REQUESTED, null);

        showsTheLetterIn(tasklist.claim(guests.task(guest, "UserTask_RestoreOrPurge")));
        restorations.askForNewInvitation(guest.id());
        tasklist.page().close();
        tasklist = new Tasklist(staff.newPage());
        showsTheLetterIn(tasklist.claim(guests.task(guest, "UserTask_AnswerRequest")));
    }

    @Test
    void purgesTheGuest() {
        Guest guest = guests.removed();
        Locator form = tasklist.claim(guests.task(guest, "UserTask_RestoreOrPurge"));

        form.getByLabel("Purge: ").check();
        tasklist.complete();

        Awaitility.await().until(() -> directory.find(guest.id()).isEmpty());
    }

    @Test
    void saysThatTheTaskIsDoneAlready() {
        Guest guest = guests.removed();
        tasklist.claim(guests.task(guest, "UserTask_RestoreOrPurge")).getByLabel("Purge: ").check();
        removals.decide(guest.id(), true);

        tasklist.complete();

        tasklist.requireSaid("The task does not exist anymore");
    }

    @Test
    void grantsANewInvitationUnlessItIsNotAllowedAnyMore() {
        Guest guest = askingGuest();
        Locator form = tasklist.claim(guests.task(guest, "UserTask_AnswerRequest"));
        assertThat(form).containsText(guests.address);
        form.getByLabel("Invite again").check();
        leadAfterAcceptance(guest, "https://no-longer-allowed.example/");
        tasklist.complete();
        assertThat(form.getByRole(AriaRole.ALERT)).hasText("Guests may not be taken to this address; an operator can allow its origin.");
        tasklist.look("answer-request");

        leadAfterAcceptance(guest, null);
        tasklist.complete();

        assertThat(openLetter(staff.newPage(), guests.address, "invited you to collaborate").getByText("Accept invitation")).isVisible();
        assertThat(guests.read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void refusesANewInvitation() {
        Guest guest = askingGuest();
        Locator form = tasklist.claim(guests.task(guest, "UserTask_AnswerRequest"));

        form.getByLabel("Do not invite").check();
        tasklist.complete();

        guests.awaitEnd(guest, "UserTask_AnswerRequest");
        assertThat(guests.read(guest).state()).isEqualTo(GuestState.REMOVED);
        assertThat(guests.open(guest, "UserTask_RestoreOrPurge")).isNotNull();
    }

    private void showsTheLetterIn(Locator form) {
        form.getByText("Letters to this guest and about it").click();
        assertThat(form.locator("table")).containsText("Invitation");
        assertThat(form.locator("table")).containsText("Sent");
        tasklist.look("letters");
    }

    private void leadAfterAcceptance(Guest guest, String url) {
        jdbc.sql("update invitation set redirect_url = :url where guest_id = :guest").param("url", url)
                .param("guest", guest.id().value()).update();
    }

    private Locator chosenForRemoval() {
        Locator form = tasklist.begin("Guest removal");
        form.getByPlaceholder("Search by name or address").fill(guests.address);
        // the answer to the search, not the list before it: a late answer would show that the guest is gone
        assertThat(form.getByRole(AriaRole.RADIO)).hasCount(1);
        form.getByLabel(guests.address).check();
        return form;
    }

    private Guest askingGuest() {
        Guest guest = guests.removed();
        restorations.askForNewInvitation(guest.id());
        return guest;
    }
}
