package io.guestflow.graph;

import static io.guestflow.graph.KeyedPrograms.BODY;
import static io.guestflow.graph.KeyedPrograms.SECRET;
import static io.guestflow.graph.KeyedPrograms.assertRefused;
import static io.guestflow.graph.KeyedPrograms.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Actor;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GuestflowTest
class IdempotencyTest {

    private static final String NEXT_SECRET = "another secret of at least 32 bytes";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Directory directory;
    private final String key = UUID.randomUUID().toString();
    private KeyedPrograms programs;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        programs = beans.createBean(KeyedPrograms.class);
    }

    @Test
    void aRepeatedRequestInvitesOnceAndAnswersTheSame() {
        UUID first = once(programs.crm(), key, BODY, programs::invite);

        assertThat(once(programs.crm(), key, BODY, programs::invite)).isEqualTo(first);
        assertThat(programs.invited()).isEqualTo(1);
        assertThat(directory.findByAddress(EmailAddress.of(programs.address)).orElseThrow().invitation().id()).isEqualTo(first);
    }

    @Test
    void theOrderOfPropertiesMakesNoOtherRequest() {
        var one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        var other = new LinkedHashMap<>(Map.of("b", 2));
        other.put("a", 1);

        assertThat(once(programs.crm(), key, one, UUID::randomUUID)).isEqualTo(once(programs.crm(), key, other, UUID::randomUUID));
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        once(programs.crm(), null, BODY, programs::invite);
        once(programs.crm(), null, BODY, programs::invite);

        assertThat(programs.invited()).isEqualTo(2);
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() {
        once(programs.crm(), key, BODY, programs::invite);

        assertRefused(() -> once(programs.crm(), key, Map.of("invitedUserEmailAddress", "grace@analytical.example"), programs::invite),
                Fault.CONFLICT, "idempotency-key-reused");
        assertThat(programs.invited()).isEqualTo(1);
    }

    @Test
    void otherKeysAndOtherCallersAreOtherRequests() {
        once(programs.crm(), key, BODY, UUID::randomUUID);

        UUID otherKey = once(programs.crm(), key + "2", BODY, UUID::randomUUID);
        UUID otherProgram = once(programs.of(new Actor(Actor.Kind.APPLICATION, "erp")), key, BODY, UUID::randomUUID);
        UUID personOfThisName = once(programs.of(new Actor(Actor.Kind.STAFF, "crm")), key, BODY, UUID::randomUUID);
        assertThat(List.of(once(programs.crm(), key, BODY, UUID::randomUUID), otherKey, otherProgram, personOfThisName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void aKeyHasABoundedLength(int length) {
        assertRefused(() -> once(programs.crm(), "k".repeat(length), BODY, programs::invite), Fault.BAD_REQUEST, "invalid-idempotency-key");
        assertThat(once(programs.crm(), key + "k".repeat(255 - key.length()), BODY, programs::invite)).isNotNull();
    }

    @Test
    void whatWasRefusedIsNotRememberedAndNothingOfItIsLeft() {
        assertThatThrownBy(() -> once(programs.crm(), key, BODY, () -> {
            programs.invite();
            throw new Refused("groups", "unknown-groups", "No.");
        })).isInstanceOf(Refused.class);

        assertThat(directory.findByAddress(EmailAddress.of(programs.address))).isEmpty();
        assertThat(once(programs.crm(), key, Map.of("mended", true), programs::invite)).isNotNull();
    }

    @Test
    void theKeyIsFreeAgainAfterADay() {
        UUID first = once(programs.crm(), key, BODY, UUID::randomUUID);

        assertThat(once(programs.crm(after(RememberedRequests.MEMORY.minusMinutes(1)), SECRET), key, BODY, UUID::randomUUID)).isEqualTo(first);
        assertThat(once(programs.crm(after(RememberedRequests.MEMORY.plusMinutes(1)), SECRET), key, Map.of(), UUID::randomUUID)).isNotEqualTo(first);
    }

    @Test
    void aNewSecretOfTheInstallationForgetsNothing() {
        UUID first = once(programs.crm(), key, BODY, UUID::randomUUID);

        assertThat(once(programs.crm(Clock.systemUTC(), NEXT_SECRET, SECRET), key, BODY, UUID::randomUUID)).isEqualTo(first);
    }

    @Test
    void whatIsStoredTellsNothing() {
        once(programs.crm(), key, BODY, programs::invite);

        assertThat(jdbc.sql("select request_hash, body_hash from idempotent_request").query().listOfRows()).isNotEmpty().allSatisfy(
                row -> assertThat(row.values()).allSatisfy(hash -> assertThat((String) hash).matches("[0-9a-f]{64}")));
    }

    @Test
    void aTransactionAroundItIsAMistake() {
        assertThatThrownBy(() -> transaction.execute(status -> once(programs.crm(), key, BODY, programs::invite))).isInstanceOf(IllegalStateException.class);
    }

    private static Clock after(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }
}
