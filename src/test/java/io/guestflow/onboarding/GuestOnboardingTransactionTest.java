package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Members;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Restorations;
import io.guestflow.guest.Reviews;
import io.guestflow.guest.StaffMember;
import io.guestflow.mail.TestPost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class GuestOnboardingTransactionTest {

    private static final Answers ANSWERS = new Answers("{\"why\": \"quincunx\"}", "0".repeat(64), Locale.ENGLISH, Instant.now());
    private static final List<String> PERSONAL = List.of("zebulon", "ulterior", "quincunx", "numinous", "xylograph");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JavaMailSenderImpl account;
    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Resends resends;
    @Autowired
    private AddressCorrections corrections;
    @Autowired
    private Restorations restorations;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;
    @Autowired
    private Directory directory;
    @Autowired
    private Letters letters;
    @Autowired
    private Members members;

    private final String address = "zebulon." + UUID.randomUUID() + "@ulterior.example";
    private final TestPost post = new TestPost();
    private String host;
    private int port;
    private EngineRoom room;
    private GuestId guest;
    private ProcessInstance onboarding;

    @BeforeEach
    void connect() {
        room = new EngineRoom(engine, jdbc);
        host = account.getHost();
        port = account.getPort();
        account.setHost(post.account().getHost());
        account.setPort(post.account().getPort());
        members.mirror(new StaffMember("grace", "Grace Hopper", "grace@contoso.example"));
    }

    @AfterEach
    void nothingPersonalStaysInTheEngineOrTheLog(CapturedOutput output) {
        account.setHost(host);
        account.setPort(port);
        post.close();
        room.assertNothingOf(PERSONAL, output.toString());
    }

    @Test
    void activatesGuestWhoAccepts() {
        inviteAndAsk();

        reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);

        assertThat(state()).isEqualTo(GuestState.ACTIVE);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void removesGuestWhoDeclines() {
        inviteAndAsk();

        reviews.decline(directory.find(guest).orElseThrow());

        assertThat(state()).isEqualTo(GuestState.REMOVED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(stored().inCharge()).isEqualTo(room.only("guest-removal", guest).getId());
        assertThat(stored().removal().reason()).isEqualTo(RemovalReason.DECLINED);
    }

    @Test
    void asksForAnotherAddressInTheSameTransactionInWhichTheOldOneIsRefused() {
        invite();
        post.refusing(address, 550);

        room.run(onboarding, "SendInvitation");

        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_CorrectAddress", "UserTask_ReviewPermissions");
        assertThat(stored().addressRejected()).isTrue();
        assertThat(lettersFor(LetterPurpose.INVITER_ADDRESS_REJECTED)).hasSize(1);
    }

    @Test
    void sendsTheLetterToTheCorrectedAddressAndToNoOther() {
        invite();
        post.refusing(address, 550);
        room.run(onboarding, "SendInvitation");

        as("grace", () -> corrections.mend(guest, "xylograph." + address));
        room.run(onboarding, "SendInvitation_Again");

        assertThat(stored().addressRejected()).isFalse();
        assertThat(stored().address().value()).startsWith("xylograph.");
        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_ReviewPermissions");
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void refusesACorrectionThatIsNoAddressAndKeepsTheTask() {
        invite();
        post.refusing(address, 550);
        room.run(onboarding, "SendInvitation");

        assertThatThrownBy(() -> as("grace", () -> corrections.mend(guest, "xylograph")))
                .hasMessageContaining("newAddress: This is not a mail address");

        assertThat(room.waitingAt(onboarding)).contains("UserTask_CorrectAddress");
    }

    @Test
    void sendsNoSecondLetterWhenTheEngineForgetsThatTheFirstOneLeft() {
        invite();

        transaction.executeWithoutResult(lost -> {
            room.run(onboarding, "SendInvitation");
            lost.setRollbackOnly();
        });
        assertThat(room.waitingAt(onboarding)).isEmpty();
        room.run(onboarding, "SendInvitation");

        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_ReviewPermissions");
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void asksNobodyTwiceForAnotherAddressWhenTheEngineForgetsTheRefusal() {
        invite();
        post.refusing(address, 550);

        transaction.executeWithoutResult(lost -> {
            room.run(onboarding, "SendInvitation");
            lost.setRollbackOnly();
        });
        room.run(onboarding, "SendInvitation");

        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_CorrectAddress", "UserTask_ReviewPermissions");
        assertThat(post.conversations()).isEqualTo(1);
    }

    @Test
    void tellsStaffAndInviterOfALetterThatCannotBeDeliveredAndGoesOnWhenItIsTriedAgain() {
        invite();
        post.refusingLetters(451);

        failForGood("SendInvitation");
        ProcessInstance failed = room.only("failed-letter", guest);
        assertThat(room.incidents(onboarding)).isEqualTo(1);
        assertThat(room.waitingAt(failed)).containsExactly("UserTask_RetryLetter");
        assertThat(lettersFor(LetterPurpose.INVITER_LETTER_FAILED)).hasSize(1);

        post.behavingAgain();
        engine.getTaskService().complete(room.task(failed, "UserTask_RetryLetter").getId());
        assertThat(room.running("failed-letter", guest)).isEmpty();
        assertThat(room.incidents(onboarding)).isZero();
        room.run(onboarding, "SendInvitation");

        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_ReviewPermissions");
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void closesTheTaskOfAFailedLetterWhenTheGuestIsInvitedOnceMore() {
        invite();
        post.refusingLetters(451);
        failForGood("SendInvitation");

        post.behavingAgain();
        as("grace", () -> resends.resend(guest));

        assertThat(room.running("failed-letter", guest)).isEmpty();
        room.run(onboarding, "SendInvitation");
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void keepsTheAcceptanceOfGuestWhoIsFasterThanTheSendingJob() {
        invite();
        post.meanwhile(() -> reviews.accept(directory.find(guest).orElseThrow(), ANSWERS));

        room.run(onboarding, "SendInvitation");

        assertThat(state()).isEqualTo(GuestState.ACTIVE);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
    }

    @Test
    void dropsTheLetterOfGuestWhoAcceptsBeforeItLeaves() {
        invite();
        reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);

        room.run(onboarding, "SendInvitation");

        assertThat(state()).isEqualTo(GuestState.ACTIVE);
        assertThat(lettersFor(LetterPurpose.INVITATION)).extracting(Letter::state).containsExactly(LetterState.DROPPED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dropsTheSecondLetterOfGuestWhoAnswersBeforeItLeaves(boolean accepts) {
        inviteAndAsk();
        jdbc.sql("update letter set changed_at = changed_at - interval '1' day where guest_id = :guest").param("guest", guest.value()).update();
        as("grace", () -> resends.resend(guest));

        if (accepts) {
            reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);
        } else {
            reviews.decline(directory.find(guest).orElseThrow());
        }

        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(lettersFor(LetterPurpose.INVITATION)).extracting(Letter::state).containsExactlyInAnyOrder(LetterState.SENT, LetterState.DROPPED);
    }

    @Test
    void keepsTheDeclineOfGuestWhoIsFasterThanTheSendingJob() {
        invite();
        post.meanwhile(() -> reviews.decline(directory.find(guest).orElseThrow()));

        room.run(onboarding, "SendInvitation");

        assertThat(state()).isEqualTo(GuestState.REMOVED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
    }

    @Test
    void removesGuestWhoseLetterIsOnItsWay() {
        invite();
        post.meanwhile(() -> removals.start(guest, RemovalReason.REQUESTED, "numinous"));

        assertThatThrownBy(() -> room.run(onboarding, "SendInvitation")).isInstanceOf(ProcessEngineException.class);

        assertThat(state()).isEqualTo(GuestState.REMOVED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(room.waitingAt(room.only("guest-removal", guest))).containsExactly("UserTask_RestoreOrPurge");
    }

    @Test
    void removesGuestWhoseLetterWaits() {
        invite();

        removals.start(guest, RemovalReason.REQUESTED, "numinous");

        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(letters.of(guest)).extracting(Letter::state).containsExactly(LetterState.DROPPED);
        assertThat(post.conversations()).isZero();
    }

    @Test
    void closesTheOnboardingOfGuestWhoIsRemovedAfterAcceptingAndBeforeTheLetterLeft() {
        invite();
        reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);

        removals.start(guest, RemovalReason.REQUESTED, null);

        assertThat(state()).isEqualTo(GuestState.REMOVED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RemovalReason.class, names = {"WITHDRAWN", "REQUESTED"})
    void leavesNoOnboardingBehindForWhateverReasonAGuestIsRemoved(RemovalReason reason) {
        inviteAndAsk();

        removals.start(guest, reason, "numinous");

        assertThat(state()).isEqualTo(GuestState.REMOVED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
    }

    @Test
    void removesGuestWhoseInvitationExpires() {
        inviteAndAsk();
        expire();

        room.run(onboarding, "StartEvent_InvitationExpired");

        assertThat(stored().removal().reason()).isEqualTo(RemovalReason.EXPIRED);
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        assertThat(room.running("guest-removal", guest)).hasSize(1);
        assertThat(lettersFor(LetterPurpose.INVITER_EXPIRED)).hasSize(1);
    }

    @Test
    void givesGuestWhoAsksForANewInvitationAfterTheExpiryAFreshOnboarding() {
        inviteAndAsk();
        expire();
        assertThat(restorations.askForNewInvitation(guest)).isTrue();
        assertThat(restorations.askForNewInvitation(guest)).isFalse();
        assertThat(room.running("guest-onboarding", guest)).isEmpty();
        ProcessInstance removal = room.only("guest-removal", guest);

        engine.getTaskService().complete(room.task(removal, "UserTask_AnswerRequest").getId(), Map.of("granted", true));

        assertThat(state()).isEqualTo(GuestState.PENDING);
        assertThat(room.running("guest-removal", guest)).isEmpty();
        assertThat(stored().inCharge()).isEqualTo(room.only("guest-onboarding", guest).getId());
    }

    @Test
    void bringsBackRemovedGuestWhoIsInvitedAgain() {
        inviteAndAsk();
        removals.start(guest, RemovalReason.REQUESTED, "numinous");

        GuestId again = onboardings.invite(request());

        assertThat(again).isEqualTo(guest);
        assertThat(state()).isEqualTo(GuestState.PENDING);
        assertThat(room.running("guest-removal", guest)).isEmpty();
        assertThat(room.running("guest-onboarding", guest)).hasSize(1);
    }

    @Test
    void forgetsPurgedGuest() {
        inviteAndAsk();
        removals.start(guest, RemovalReason.REQUESTED, "numinous");

        removals.decide(guest, false);

        assertThat(directory.find(guest)).isEmpty();
        assertThat(room.running("guest-removal", guest)).isEmpty();
        assertThat(letters.of(guest)).isEmpty();
    }

    @Test
    void restoresGuestWhoWasActive() {
        inviteAndAsk();
        reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);
        removals.start(guest, RemovalReason.LEFT, null);

        removals.decide(guest, true);

        assertThat(state()).isEqualTo(GuestState.ACTIVE);
        assertThat(room.running("guest-removal", guest)).isEmpty();
    }

    @Test
    void repeatsTheInvitationOfPendingGuestInTheOnboardingThatRuns() {
        invite();

        GuestId again = onboardings.invite(request());

        assertThat(again).isEqualTo(guest);
        assertThat(room.running("guest-onboarding", guest)).extracting(ProcessInstance::getId).containsExactly(onboarding.getId());
    }

    @Test
    void leavesNothingHalfDoneWhenAnInvitationIsRefused() {
        var refused = new InvitationRequest("Zebulon\r\nQuincunx", address, "numinous", List.of("ulterior"), null, true, "//ulterior.example", null, null, null, null, null);
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> onboardings.invite(refused)).isInstanceOf(Refused.class);

        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void refusesASecondAnswer() {
        inviteAndAsk();
        reviews.accept(directory.find(guest).orElseThrow(), ANSWERS);

        assertThatThrownBy(() -> reviews.accept(directory.find(guest).orElseThrow(), ANSWERS)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reviews.decline(directory.find(guest).orElseThrow())).isInstanceOf(NotAllowed.class);
        assertThat(state()).isEqualTo(GuestState.ACTIVE);
    }

    @Test
    void remindsGuestOnceForEachReminderThatIsDue() {
        inviteAndAsk();
        jdbc.sql("update letter set changed_at = changed_at - interval '4' day where guest_id = :guest").param("guest", guest.value()).update();

        room.run(onboarding, "Timer_ReminderDue");
        room.run(onboarding, "Timer_ReminderDue");

        assertThat(lettersFor(LetterPurpose.REMINDER)).hasSize(1);
        assertThat(post.letters()).hasSize(2);
        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_ReviewPermissions");
    }

    private void invite() {
        as("grace", () -> guest = onboardings.invite(request()));
        onboarding = room.only("guest-onboarding", guest);
    }

    private void inviteAndAsk() {
        invite();
        room.run(onboarding, "SendInvitation");
    }

    private InvitationRequest request() {
        return new InvitationRequest("Zebulon Quincunx", address, "A numinous welcome", List.of(), List.of(), true, null, List.of(), "en", null, null, null);
    }

    private void failForGood(String element) {
        while (room.job(onboarding, element).getRetries() > 0) {
            assertThatThrownBy(() -> room.run(onboarding, element)).hasMessageContaining("was not delivered");
        }
    }

    private void expire() {
        jdbc.sql("update invitation set expires_at = expires_at - interval '60' day where guest_id = :guest").param("guest", guest.value()).update();
    }

    private Guest stored() {
        return directory.find(guest).orElseThrow();
    }

    private GuestState state() {
        return stored().state();
    }

    private List<Letter> lettersFor(LetterPurpose purpose) {
        return letters.of(guest).stream().filter(letter -> letter.key().purpose() == purpose).toList();
    }

    private static void as(String staffId, Runnable work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(staffId, null, "ROLE_GUEST_INVITER"));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
