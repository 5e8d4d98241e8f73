package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Signature;
import io.guestflow.guest.TestGuests;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs that invite one guest under a key, and how often they did. */
class KeyedPrograms {

    static final String SECRET = "a secret of at least thirty-two bytes";
    static final Map<String, String> BODY = Map.of("invitedUserEmailAddress", "ada@analytical.example");

    final String address = UUID.randomUUID() + "@analytical.example";

    private final AtomicInteger invited = new AtomicInteger();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Onboarding onboarding;
    private final Directory directory;

    KeyedPrograms(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Onboarding onboarding, Directory directory) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.onboarding = onboarding;
        this.directory = directory;
    }

    UUID invite() {
        invited.incrementAndGet();
        return directory.find(onboarding.invite(TestGuests.request(address))).orElseThrow().invitation().id();
    }

    int invited() {
        return invited.get();
    }

    Idempotency crm() {
        return crm(Clock.systemUTC(), SECRET);
    }

    Idempotency crm(Clock clock, String... secrets) {
        return of(new Actor(Actor.Kind.APPLICATION, "crm"), clock, secrets);
    }

    Idempotency of(Actor actor) {
        return of(actor, Clock.systemUTC(), SECRET);
    }

    Idempotency remembering(RememberedRequests requests) {
        return new Idempotency(requests, transaction, json);
    }

    private Idempotency of(Actor actor, Clock clock, String... secrets) {
        Caller caller = mock(Caller.class);
        when(caller.current()).thenReturn(actor);
        return remembering(new RememberedRequests(jdbc, new Signature(List.of(secrets)), caller, clock));
    }

    static UUID once(Idempotency program, String key, Object body, Supplier<UUID> invite) {
        return program.once(key, body, invite, Function.identity(), Function.identity());
    }

    static void assertRefused(ThrowingCallable request, Fault fault, String detail) {
        assertThatThrownBy(request).asInstanceOf(type(GraphFailure.class)).satisfies(failure -> {
            assertThat(failure.error().fault()).isEqualTo(fault);
            assertThat(failure.error().detail()).isEqualTo(detail);
        });
    }
}
