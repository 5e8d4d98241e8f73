package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.guestflow.guest.Guest;
import io.guestflow.guest.RemovalReason;
import io.guestflow.mail.TestPost;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The forms with which administrators invite and see to letters that go astray, to their end and to their refusal. */
class InvitationFormsIT extends InBrowser {

    private static BrowserContext staff;

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JavaMailSenderImpl account;

    private final TestPost post = new TestPost();
    private StaffGuests guests;
    private Tasklist tasklist;
    private int mailbox;

    @BeforeEach
    void openTasklist(@Autowired AutowireCapableBeanFactory beans) {
        mailbox = account.getPort();
        guests = beans.createBean(StaffGuests.class);
        staff = staff == null ? signedIn() : staff;
        tasklist = new Tasklist(staff.newPage());
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
        Locator form = tasklist.claim(guests.task(guest, "UserTask_CorrectAddress"));
        assertThat(form).containsText(guests.address);
        Locator letters = form.getByText("Letters to this guest and about it");
        letters.click();
        assertThat(form.locator("table")).containsText("550");
        letters.click();

        form.getByLabel("New address").fill("sam at partner");
        tasklist.complete();
        assertThat(form.locator("#new-address-problem")).hasText("This is not a mail address like name@example.org.");
        tasklist.look("correct-address");
        account.setPort(mailbox);
        form.getByLabel("New address").fill("right-" + guests.address);
        tasklist.complete();

        FrameLocator letter = openLetter(staff.newPage(), "right-" + guests.address, "invited you to collaborate");
        assertThat(letter.getByText("Accept invitation")).isVisible();
        assertThat(guests.read(guest).address().value()).isEqualTo("right-" + guests.address);
    }

    @Test
    void withdrawsTheInvitation() {
        Guest guest = refusedGuest();
        Locator form = tasklist.claim(guests.task(guest, "UserTask_CorrectAddress"));

        form.getByLabel("Withdraw the invitation").check();
        tasklist.complete();

        guests.awaitEnd(guest, "UserTask_CorrectAddress");
        assertThat(guests.read(guest).removal().reason()).isEqualTo(RemovalReason.WITHDRAWN);
    }

    @Test
    void retriesTheLetterThatCouldNotBeDelivered() {
        post.refusingLetters(451);
        Guest guest = guestThatIsSentALetterThrough(post);
        failForGood(guest);
        Locator form = tasklist.claim(guests.task(guest, "UserTask_RetryLetter"));
        assertThat(form).containsText(guests.address);
        assertThat(form.locator("table")).isVisible();
        assertThat(form.locator("table")).containsText("Given up");
        assertThat(form.locator("table")).containsText("451");
        tasklist.look("retry-letter");
        account.setPort(mailbox);

        tasklist.complete();

        assertThat(openLetter(staff.newPage(), guests.address, "invited you to collaborate").getByText("Accept invitation")).isVisible();
    }

    @Test
    void saysWhatARepeatedInvitationHasDone() {
        guests.invited();

        assertThat(inviteAgain()).containsText("The invitation is sent again; it is valid anew from now on.");
        openLetter(staff.newPage(), guests.address, "invited you to collaborate");
        assertThat(inviteAgain()).containsText("The last letter is younger than five minutes; no other is sent.");
    }

    private Locator inviteAgain() {
        tasklist.page().close();
        tasklist = new Tasklist(staff.newPage());
        Locator form = tasklist.begin("Guest onboarding");
        form.getByLabel("Email").fill(guests.address);
        assertThat(form.getByText("This guest is invited already")).isVisible();
        tasklist.start();
        return tasklist.requireSaid("Already invited " + guests.address);
    }

    private Guest refusedGuest() {
        return guestThatIsSentALetterThrough(post.refusing(guests.address, 550));
    }

    private Guest guestThatIsSentALetterThrough(TestPost server) {
        account.setPort(server.account().getPort());
        return guests.invitedByLetter();
    }

    private void failForGood(Guest guest) {
        var management = engine.getManagementService();
        var job = management.createJobQuery().processInstanceId(guest.inCharge()).activityId("SendInvitation").singleResult();
        Awaitility.await().until(() -> management.createJobQuery().jobId(job.getId()).singleResult().getRetries() < job.getRetries());
        while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job.getId()));
        }
    }
}
