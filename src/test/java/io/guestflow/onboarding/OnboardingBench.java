package io.guestflow.onboarding;

import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Members;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Reviews;
import io.guestflow.guest.StaffMember;
import io.guestflow.mail.TestPost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One guest whom Grace invites into the real application, with a mail server for their letters; jobs run when a test runs them. */
class OnboardingBench {

    private static final Answers ANSWERS = new Answers("{\"why\": \"quincunx\"}", "0".repeat(64), Locale.ENGLISH, Instant.now());
    private static final List<String> PERSONAL = List.of("zebulon", "ulterior", "quincunx", "numinous", "xylograph");

    final String address = "zebulon." + UUID.randomUUID() + "@ulterior.example";
    final TestPost post = new TestPost();
    final EngineRoom room;
    GuestId guest;
    ProcessInstance onboarding;

    private final JavaMailSenderImpl account;
    private final String host;
    private final int port;
    private final JdbcClient jdbc;
    private final Onboarding onboardings;
    private final Reviews reviews;
    private final Directory directory;
    private final Letters letters;

    OnboardingBench(ProcessEngine engine, JdbcClient jdbc, JavaMailSenderImpl account, Onboarding onboardings, Reviews reviews, Directory directory,
                    Letters letters, Members members) {
        this.room = new EngineRoom(engine, jdbc);
        this.jdbc = jdbc;
        this.onboardings = onboardings;
        this.reviews = reviews;
        this.directory = directory;
        this.letters = letters;
        this.account = account;
        this.host = account.getHost();
        this.port = account.getPort();
        account.setHost(post.account().getHost());
        account.setPort(post.account().getPort());
        members.mirror(new StaffMember("grace", "Grace Hopper", "grace@contoso.example"));
    }

    /** Ends the guest's story, of which nothing personal may have stayed in the engine's tables or in the log. */
    void close(CapturedOutput output) {
        account.setHost(host);
        account.setPort(port);
        post.close();
        room.assertNothingOf(PERSONAL, output.toString());
    }

    void invite() {
        asGrace(() -> guest = onboardings.invite(request()));
        onboarding = room.only("guest-onboarding", guest);
    }

    void inviteAndAsk() {
        invite();
        run("SendInvitation");
    }

    void inviteUntil(Instant expiry) {
        asGrace(() -> guest = onboardings.invite(request(expiry.toString())));
        onboarding = room.only("guest-onboarding", guest);
    }

    InvitationRequest request() {
        return request(null);
    }

    private InvitationRequest request(String expiry) {
        return new InvitationRequest("Zebulon Quincunx", address, "A numinous welcome", List.of(), List.of(), true, null, List.of(), "en", null,
                expiry, null);
    }

    void accept() {
        reviews.accept(stored(), ANSWERS);
    }

    void decline() {
        reviews.decline(stored());
    }

    void daysPassSinceTheLetter(int days) {
        jdbc.sql("update letter set changed_at = changed_at - interval '%d' day where guest_id = :guest".formatted(days))
                .param("guest", guest.value()).update();
    }

    void expire() {
        jdbc.sql("update invitation set expires_at = expires_at - interval '60' day where guest_id = :guest")
                .param("guest", guest.value()).update();
    }

    Guest stored() {
        return directory.find(guest).orElseThrow();
    }

    GuestState state() {
        return stored().state();
    }

    List<Letter> lettersFor(LetterPurpose purpose) {
        return letters.of(guest).stream().filter(letter -> letter.key().purpose() == purpose).toList();
    }

    void run(String element) {
        room.run(onboarding, element);
    }

    List<String> waitingAt() {
        return room.waitingAt(onboarding);
    }

    List<ProcessInstance> running(String model) {
        return room.running(model, guest);
    }

    ProcessInstance only(String model) {
        return room.only(model, guest);
    }

    static void asGrace(Runnable work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("grace", null, "ROLE_GUEST_INVITER"));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
