package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Restorations;
import io.guestflow.mail.TestPost;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Every form that administrators fill in in Tasklist, to its end and to its refusal. */
class StaffFormsIT extends InBrowser {

    private static BrowserContext staff;

    @Autowired
    private Onboarding onboarding;
    @Autowired
    private Removals removals;
    @Autowired
    private Restorations restorations;
    @Autowired
    private Directory directory;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JavaMailSenderImpl account;

    private final TestPost post = new TestPost();
    private final String address = UUID.randomUUID() + "@partner.example";
    private Tasklist tasklist;
    private int mailbox;

    @BeforeEach
    void openTasklist() {
        mailbox = account.getPort();
        staff = staff == null ? signedIn() : staff;
        tasklist = new Tasklist(staff.newPage());
    }

    private static BrowserContext signedIn() {
        BrowserContext visitor = browser.visitor(1280, 900);
        Page page = visitor.newPage();
        page.navigate(HOME + "/login");
        signIn(page);
        assertThat(page).hasURL(HOME + "/");
        page.close();
        return visitor;
    }

    @AfterEach
    void deliverLettersToTheMailbox() {
        tasklist.page().close();
        account.setPort(mailbox);
        post.close();
    }

    @Test
    void invitesNobodyWhileTheAddressIsNone() {
        Locator form = tasklist.begin("Guest onboarding");
        form.getByLabel("Email").fill("sam at partner");

        tasklist.start();

        assertThat(form.locator("#guest-email-problem")).hasText("This is not a mail address like name@example.org.");
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("Please mend what is marked; nothing has been done.");
    }

    @Test
    void mendsTheAddressThatTheMailServerRefuses() {
        Guest guest = refusedGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_CorrectAddress"));
        assertThat(form).containsText(address);

        form.getByLabel("New address").fill("sam at partner");
        tasklist.complete();
        assertThat(form.locator("#new-address-problem")).hasText("This is not a mail address like name@example.org.");
        tasklist.look("correct-address");
        account.setPort(mailbox);
        form.getByLabel("New address").fill("right-" + address);
        tasklist.complete();

        FrameLocator letter = openLetter(staff.newPage(), "right-" + address, "invited you to collaborate");
        assertThat(letter.getByText("Accept invitation")).isVisible();
        assertThat(read(guest).address().value()).isEqualTo("right-" + address);
    }

    @Test
    void withdrawsTheInvitation() {
        Guest guest = refusedGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_CorrectAddress"));

        form.getByLabel("Withdraw the invitation").check();
        tasklist.complete();

        awaitEnd(guest, "UserTask_CorrectAddress");
        assertThat(read(guest).removal().reason()).isEqualTo(RemovalReason.WITHDRAWN);
    }

    @Test
    void retriesTheLetterThatCouldNotBeDelivered() {
        post.refusingLetters(451);
        Guest guest = guestThatIsSentALetterThrough(post);
        failForGood(guest);
        Locator form = tasklist.claim(task(guest, "UserTask_RetryLetter"));
        assertThat(form).containsText(address);
        assertThat(form.locator("table")).containsText("Given up");
        assertThat(form.locator("table")).containsText("451");
        tasklist.look("retry-letter");
        account.setPort(mailbox);

        tasklist.complete();

        assertThat(openLetter(staff.newPage(), address, "invited you to collaborate").getByText("Accept invitation")).isVisible();
    }

    @Test
    void removesTheGuestWhoIsChosen() {
        Guest guest = invitedGuest();
        Locator form = chosenForRemoval();
        form.getByLabel("Why").fill("The campaign is over.");
        tasklist.look("remove");

        tasklist.start();

        tasklist.requireSaid("Guest removed");
        assertThat(read(guest).removal().note()).isEqualTo("The campaign is over.");
    }

    @Test
    void removesNobodyWhoIsNotToBeSeenAnyMore() {
        invitedGuest();
        Locator form = chosenForRemoval();

        form.getByPlaceholder("Search by name or address").fill("nobody of this name");

        assertThat(form.getByText("There is no such guest.")).isVisible();
        assertThat(InBrowser.button(tasklist.page(), "Start")).isDisabled();
    }

    @Test
    void saysThatTheGuestIsRemovedAlready() {
        Guest guest = invitedGuest();
        Locator form = chosenForRemoval();
        removals.start(guest.id(), RemovalReason.REQUESTED, null);

        tasklist.start();

        assertThat(form.getByRole(AriaRole.ALERT)).containsText("The process could not be started. :\n\nThis guest is removed already.");
    }

    @Test
    void restoresTheGuest() {
        Guest guest = removedGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_RestoreOrPurge"));
        assertThat(form).containsText(address);
        tasklist.look("restore");

        form.getByLabel("Restore: ").check();
        tasklist.complete();

        Awaitility.await().until(() -> read(guest).state() == GuestState.PENDING);
    }

    @Test
    void purgesTheGuest() {
        Guest guest = removedGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_RestoreOrPurge"));

        form.getByLabel("Purge: ").check();
        tasklist.complete();

        Awaitility.await().until(() -> directory.find(guest.id()).isEmpty());
    }

    @Test
    void saysThatTheTaskIsDoneAlready() {
        Guest guest = removedGuest();
        tasklist.claim(task(guest, "UserTask_RestoreOrPurge")).getByLabel("Purge: ").check();
        removals.decide(guest.id(), true);

        tasklist.complete();

        tasklist.requireSaid("The task does not exist anymore");
    }

    @Test
    void grantsANewInvitationUnlessItIsNotAllowedAnyMore() {
        Guest guest = askingGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_AnswerRequest"));
        assertThat(form).containsText(address);
        form.getByLabel("Invite again").check();
        leadAfterAcceptance(guest, "https://no-longer-allowed.example/");
        tasklist.complete();
        assertThat(form.getByRole(AriaRole.ALERT)).hasText("Guests may not be taken to this address; an operator can allow its origin.");
        tasklist.look("answer-request");

        leadAfterAcceptance(guest, null);
        tasklist.complete();

        assertThat(openLetter(staff.newPage(), address, "invited you to collaborate").getByText("Accept invitation")).isVisible();
        assertThat(read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void refusesANewInvitation() {
        Guest guest = askingGuest();
        Locator form = tasklist.claim(task(guest, "UserTask_AnswerRequest"));

        form.getByLabel("Do not invite").check();
        tasklist.complete();

        awaitEnd(guest, "UserTask_AnswerRequest");
        assertThat(read(guest).state()).isEqualTo(GuestState.REMOVED);
        assertThat(open(guest, "UserTask_RestoreOrPurge")).isNotNull();
    }

    @Test
    void saysWhatARepeatedInvitationHasDone() {
        invitedGuest();

        assertThat(inviteAgain()).containsText("The invitation is sent again; it is valid anew from now on.");
        openLetter(staff.newPage(), address, "invited you to collaborate");
        assertThat(inviteAgain()).containsText("The last letter is younger than five minutes; no other is sent.");
    }

    private Locator inviteAgain() {
        tasklist.page().close();
        tasklist = new Tasklist(staff.newPage());
        Locator form = tasklist.begin("Guest onboarding");
        form.getByLabel("Email").fill(address);
        assertThat(form.getByText("This guest is invited already")).isVisible();
        tasklist.start();
        return tasklist.requireSaid("Already invited " + address);
    }

    private void leadAfterAcceptance(Guest guest, String url) {
        jdbc.sql("update invitation set redirect_url = :url where guest_id = :guest").param("url", url).param("guest", guest.id().value()).update();
    }

    private Locator chosenForRemoval() {
        Locator form = tasklist.begin("Guest removal");
        form.getByPlaceholder("Search by name or address").fill(address);
        // the answer to the search, not the list before it: a late answer would show that the guest is gone
        assertThat(form.getByRole(AriaRole.RADIO)).hasCount(1);
        form.getByLabel(address).check();
        return form;
    }

    private Guest removedGuest() {
        Guest guest = invitedGuest();
        removals.start(guest.id(), RemovalReason.REQUESTED, "The campaign is over.");
        return guest;
    }

    private Guest askingGuest() {
        Guest guest = removedGuest();
        restorations.askForNewInvitation(guest.id());
        return guest;
    }

    private Guest refusedGuest() {
        return guestThatIsSentALetterThrough(post.refusing(address, 550));
    }

    private Guest guestThatIsSentALetterThrough(TestPost server) {
        account.setPort(server.account().getPort());
        return invited(true);
    }

    private Guest invitedGuest() {
        return invited(false);
    }

    private Guest invited(boolean byLetter) {
        return directory.find(onboarding.invite(new InvitationRequest("Sam Guest", address, null, List.of(), List.of(), byLetter, null,
                List.of(), "en", null, null, null))).orElseThrow();
    }

    private void failForGood(Guest guest) {
        var management = engine.getManagementService();
        var job = management.createJobQuery().processInstanceId(guest.inCharge()).activityId("SendInvitation").singleResult();
        Awaitility.await().until(() -> management.createJobQuery().jobId(job.getId()).singleResult().getRetries() < job.getRetries());
        while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job.getId()));
        }
    }

    private Guest read(Guest guest) {
        return directory.find(guest.id()).orElseThrow();
    }

    private String task(Guest guest, String element) {
        return Awaitility.await().until(() -> open(guest, element), task -> task != null).getId();
    }

    private Task open(Guest guest, String element) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(guest.id().toString()).taskDefinitionKey(element).singleResult();
    }

    private void awaitEnd(Guest guest, String element) {
        Awaitility.await().until(() -> open(guest, element) == null);
    }
}
