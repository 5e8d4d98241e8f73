package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.GuestflowTest;
import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Signature;
import io.guestflow.guest.TestGuests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GuestflowTest
class IdempotencyTest {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String NEXT_SECRET = "another secret of at least 32 bytes";
    private static final Map<String, String> BODY = Map.of("invitedUserEmailAddress", "ada@analytical.example");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private Onboarding onboarding;
    @Autowired
    private Directory directory;

    private String key;
    private String address;
    private int invited;

    @BeforeEach
    void chooseKey() {
        key = UUID.randomUUID().toString();
        address = key + "@analytical.example";
    }

    @Test
    void aRepeatedRequestInvitesOnceAndAnswersTheSame() {
        UUID first = once(crm(), key, BODY, this::invite);

        assertThat(once(crm(), key, BODY, this::invite)).isEqualTo(first);
        assertThat(invited).isEqualTo(1);
        assertThat(directory.findByAddress(EmailAddress.of(address)).orElseThrow().invitation().id()).isEqualTo(first);
    }

    @Test
    void theOrderOfPropertiesMakesNoOtherRequest() {
        var one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        var other = new LinkedHashMap<>(Map.of("b", 2));
        other.put("a", 1);

        assertThat(once(crm(), key, one, UUID::randomUUID)).isEqualTo(once(crm(), key, other, UUID::randomUUID));
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        once(crm(), null, BODY, this::invite);
        once(crm(), null, BODY, this::invite);

        assertThat(invited).isEqualTo(2);
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() {
        once(crm(), key, BODY, this::invite);

        assertRefused(() -> once(crm(), key, Map.of("invitedUserEmailAddress", "grace@analytical.example"), this::invite), Fault.CONFLICT,
                "idempotency-key-reused");
        assertThat(invited).isEqualTo(1);
    }

    @Test
    void otherKeysAndOtherCallersAreOtherRequests() {
        once(crm(), key, BODY, UUID::randomUUID);

        UUID otherKey = once(crm(), key + "2", BODY, UUID::randomUUID);
        UUID otherProgram = once(of(new Actor(Actor.Kind.APPLICATION, "erp")), key, BODY, UUID::randomUUID);
        UUID personOfThisName = once(of(new Actor(Actor.Kind.STAFF, "crm")), key, BODY, UUID::randomUUID);
        assertThat(List.of(once(crm(), key, BODY, UUID::randomUUID), otherKey, otherProgram, personOfThisName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void aKeyHasABoundedLength(int length) {
        assertRefused(() -> once(crm(), "k".repeat(length), BODY, this::invite), Fault.BAD_REQUEST, "invalid-idempotency-key");
        assertThat(once(crm(), key + "k".repeat(255 - key.length()), BODY, this::invite)).isNotNull();
    }

    @Test
    void whatWasRefusedIsNotRememberedAndNothingOfItIsLeft() {
        assertThatThrownBy(() -> once(crm(), key, BODY, () -> {
            invite();
            throw new Refused("groups", "unknown-groups", "No.");
        })).isInstanceOf(Refused.class);

        assertThat(directory.findByAddress(EmailAddress.of(address))).isEmpty();
        assertThat(once(crm(), key, Map.of("mended", true), this::invite)).isNotNull();
    }

    @Test
    void theKeyIsFreeAgainAfterADay() {
        UUID first = once(crm(), key, BODY, UUID::randomUUID);

        assertThat(once(crm(after(RememberedRequests.MEMORY.minusMinutes(1)), SECRET), key, BODY, UUID::randomUUID)).isEqualTo(first);
        assertThat(once(crm(after(RememberedRequests.MEMORY.plusMinutes(1)), SECRET), key, Map.of(), UUID::randomUUID)).isNotEqualTo(first);
    }

    @Test
    void aNewSecretOfTheInstallationForgetsNothing() {
        UUID first = once(crm(), key, BODY, UUID::randomUUID);

        assertThat(once(crm(Clock.systemUTC(), NEXT_SECRET, SECRET), key, BODY, UUID::randomUUID)).isEqualTo(first);
    }

    @Test
    void whatIsStoredTellsNothing() {
        once(crm(), key, BODY, this::invite);

        assertThat(jdbc.sql("select request_hash, body_hash from idempotent_request").query().listOfRows()).isNotEmpty().allSatisfy(
                row -> assertThat(row.values()).allSatisfy(hash -> assertThat((String) hash).matches("[0-9a-f]{64}")));
    }

    @Test
    void ofTwoAtTheSameTimeOneInvitesAndTheOtherAnswersTheSame() throws Exception {
        var inviting = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        ExecutorService programs = Executors.newFixedThreadPool(2);
        try {
            Future<UUID> first = programs.submit(() -> once(crm(), key, BODY, () -> {
                inviting.countDown();
                await(finish);
                return invite();
            }));
            await(inviting);
            Future<UUID> second = programs.submit(() -> once(crm(), key, BODY, this::invite));
            assertThat(second.isDone()).isFalse();
            finish.countDown();

            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
            assertThat(invited).isEqualTo(1);
        } finally {
            programs.shutdownNow();
        }
    }

    @Test
    void whoeverWouldWaitTooLongIsAskedToTryAgain() {
        var requests = mock(RememberedRequests.class);
        doThrow(new CannotAcquireLockException("ten seconds")).when(requests).begin(any(), any());

        assertRefused(() -> once(new Idempotency(requests, transaction, json), key, BODY, this::invite), Fault.CHANGED_MEANWHILE, "request-under-way");
        assertThat(invited).isZero();
    }

    @Test
    void aTransactionAroundItIsAMistake() {
        assertThatThrownBy(() -> transaction.execute(status -> once(crm(), key, BODY, this::invite))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSecondOfTwoMayInviteIfTheFirstWasRefused() throws Exception {
        var inviting = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        ExecutorService programs = Executors.newFixedThreadPool(2);
        try {
            Future<UUID> first = programs.submit(() -> once(crm(), key, BODY, () -> {
                inviting.countDown();
                await(finish);
                throw new Refused("groups", "unknown-groups", "No.");
            }));
            await(inviting);
            Future<UUID> second = programs.submit(() -> once(crm(), key, BODY, this::invite));
            finish.countDown();

            assertThatThrownBy(first::get).hasCauseInstanceOf(Refused.class);
            assertThat(second.get(20, TimeUnit.SECONDS)).isNotNull();
        } finally {
            programs.shutdownNow();
        }
    }

    private static UUID once(Idempotency program, String key, Object body, Supplier<UUID> invite) {
        return program.once(key, body, invite, Function.identity(), Function.identity());
    }

    private UUID invite() {
        invited++;
        var guest = onboarding.invite(TestGuests.request(address));
        return directory.find(guest).orElseThrow().invitation().id();
    }

    private Idempotency crm() {
        return crm(Clock.systemUTC(), SECRET);
    }

    private Idempotency crm(Clock clock, String... secrets) {
        return of(new Actor(Actor.Kind.APPLICATION, "crm"), clock, secrets);
    }

    private Idempotency of(Actor actor) {
        return of(actor, Clock.systemUTC(), SECRET);
    }

    private Idempotency of(Actor actor, Clock clock, String... secrets) {
        Caller caller = mock(Caller.class);
        when(caller.current()).thenReturn(actor);
        return new Idempotency(new RememberedRequests(jdbc, new Signature(List.of(secrets)), caller, clock), transaction, json);
    }

    private static Clock after(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void assertRefused(Supplier<UUID> request, Fault fault, String detail) {
        assertThatThrownBy(request::get).asInstanceOf(type(GraphFailure.class)).satisfies(failure -> {
            assertThat(failure.error().fault()).isEqualTo(fault);
            assertThat(failure.error().detail()).isEqualTo(detail);
        });
    }
}
