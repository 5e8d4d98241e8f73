package io.guestflow.onboarding;

import static io.guestflow.mail.Manner.CONNECT;
import static io.guestflow.mail.Manner.END;
import static io.guestflow.mail.Manner.answering;
import static io.guestflow.mail.Manner.hangingUpAt;
import static io.guestflow.mail.Manner.leavingAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.RemovalReason;
import io.guestflow.mail.Manner;
import io.guestflow.mail.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What becomes of an invitation, and what admins see of it, while the mail server is in trouble. */
@GuestflowTest
class TroubledLettersTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Letters letters;
    @Autowired
    private JavaMailSenderImpl account;

    private ScriptedServer server = new ScriptedServer(Manner::politely);
    private EngineRoom room;
    private int mailbox;
    private GuestId guest;
    private ProcessInstance onboarding;

    @BeforeEach
    void inviteAda(@Autowired JdbcClient jdbc) {
        room = new EngineRoom(engine, jdbc);
        mailbox = account.getPort();
        account.setPort(server.account().getPort());
        guest = onboardings.invite(new InvitationRequest("Ada Lovelace", UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), true, null,
                List.of(), "en", null, null, null));
        onboarding = room.only("guest-onboarding", guest);
    }

    @AfterEach
    void closeServer() {
        account.setPort(mailbox);
        server.close();
    }

    @Test
    void sendsTheInvitationWhenTheServerIsBackAfterTenMinutes() {
        server.close();
        Duration waited = Duration.ZERO;
        while (waited.compareTo(TEN_MINUTES) < 0) {
            fail();
            waited = waited.plus(Duration.between(Instant.now(), room.job(onboarding, "SendInvitation").getDuedate().toInstant()));
        }
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);
        assertThat(room.job(onboarding, "SendInvitation").getRetries()).isPositive();

        server = new ScriptedServer(Manner::politely);
        account.setPort(server.account().getPort());
        room.run(onboarding, "SendInvitation");

        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(server.letters()).hasSize(1);
        assertThat(room.incidents(onboarding)).isZero();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void letsAdminsReadWhatHappenedAndTryOnceMore(Manner trouble, String words) {
        server.behaving(trouble);
        room.failForGood(onboarding, "SendInvitation");

        ProcessInstance failed = room.only("failed-letter", guest);
        assertThat(room.waitingAt(failed)).containsExactly("UserTask_RetryLetter");
        assertThat(letter().state()).isEqualTo(LetterState.GIVEN_UP);
        assertThat(letter().serverAnswer()).contains(words);

        engine.getTaskService().complete(room.task(failed, "UserTask_RetryLetter").getId());
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);

        server.behaving(Manner::politely);
        room.run(onboarding, "SendInvitation");
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(server.letters()).hasSize(1);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Arguments.of(answering(CONNECT, "421 4.3.2 too busy"), "421 4.3.2 too busy"),
                Arguments.of(answering("RCPT", "451 4.7.1 not now"), "451 4.7.1 not now"),
                Arguments.of(answering("MAIL", "I am a teapot"), "I am a teapot"),
                Arguments.of(hangingUpAt(END), "[EOF]"));
    }

    @Test
    void asksAdminsForAnotherAddressWhenTheServerKnowsNobodyOfThatName() {
        server.behaving(answering("RCPT", "550 5.1.1 nobody here"));

        room.run(onboarding, "SendInvitation");

        assertThat(room.waitingAt(onboarding)).contains("UserTask_CorrectAddress");
        assertThat(letter().state()).isEqualTo(LetterState.REFUSED);
        assertThat(letter().serverAnswer()).contains("550 5.1.1 nobody here");
    }

    @Test
    void sendsNoSecondLetterWhenTheServerLeavesAfterItsAgreement() {
        server.behaving(leavingAfter(END));

        room.run(onboarding, "SendInvitation");

        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(server.letters()).hasSize(1);
        assertThat(room.waitingAt(onboarding)).containsExactly("UserTask_ReviewPermissions");
    }

    @Test
    void dropsALetterThatWasGivenUpWhenTheGuestIsRemoved() {
        server.behaving(hangingUpAt(CONNECT));
        room.failForGood(onboarding, "SendInvitation");

        onboardings.remove(guest, RemovalReason.REQUESTED, null);

        assertThat(letter().state()).isEqualTo(LetterState.DROPPED);
        assertThat(room.running("failed-letter", guest)).isEmpty();
    }

    private void fail() {
        assertThatThrownBy(() -> room.run(onboarding, "SendInvitation")).isInstanceOf(LetterNotDelivered.class);
    }

    private Letter letter() {
        return letters.of(guest).stream().filter(letter -> letter.key().purpose() == LetterPurpose.INVITATION).findFirst().orElseThrow();
    }
}
