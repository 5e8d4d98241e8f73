package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import io.guestflow.TestDatabase;
import io.guestflow.guest.Signature;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class SigningKeyTest {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String NEXT_SECRET = "another secret of at least 32 bytes";
    private static final int NODES = 6;

    private JdbcClient jdbc;

    @BeforeEach
    void makeTables() {
        DataSource database = TestDatabase.empty();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V6__tokens.sql")).execute(database);
        jdbc = JdbcClient.create(database);
    }

    @Test
    void aRestartKeepsTheKey() {
        RSAKey first = keyWith(SECRET);

        assertThat(first.isPrivate()).isTrue();
        assertThat(keyWith(SECRET)).isEqualTo(first);
    }

    @Test
    void theDatabaseDoesNotShowTheKey() throws Exception {
        RSAKey key = keyWith(SECRET);

        assertThat(stored()).doesNotContain(key.getKeyID(), key.getPrivateExponent().toString(), "RSA").hasSizeLessThan(4000);
    }

    @Test
    void aNewSecretKeepsTheKeyWhileTheOneBeforeIsNamedAndThenNeedsItNoMore() {
        RSAKey first = keyWith(SECRET);
        String before = stored();

        assertThat(keyWith(NEXT_SECRET, SECRET)).isEqualTo(first);
        assertThat(stored()).isNotEqualTo(before);
        assertThat(keyWith(NEXT_SECRET)).isEqualTo(first);
    }

    @Test
    void aSecretThatWasLostCostsTheTokensAndNotTheStart(CapturedOutput output) {
        RSAKey first = keyWith(SECRET);

        RSAKey second = keyWith(NEXT_SECRET);

        assertThat(second).isNotEqualTo(first);
        assertThat(keyWith(NEXT_SECRET)).isEqualTo(second);
        assertThat(output).contains("older tokens are void").doesNotContain(SECRET, NEXT_SECRET);
    }

    @Test
    void nothingOfTheTokenServerIsThereWhereTokensComeFromElsewhere() {
        new ApplicationContextRunner().withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://login.example")
                .withUserConfiguration(TokenServer.class, SigningKey.class, RegisteredPrograms.class, NothingKept.class, IssuerMetadata.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TokenServer.class).doesNotHaveBean(SigningKey.class)
                        .doesNotHaveBean(RegisteredPrograms.class).doesNotHaveBean(NothingKept.class).doesNotHaveBean(IssuerMetadata.class)
                        .doesNotHaveBean(JwtDecoder.class));
    }

    @RepeatedTest(5)
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        assertThat(keysOfNodesWith(SECRET)).hasSize(1);
    }

    @RepeatedTest(5)
    void nodesThatLostTheSecretAtOnceAgreeOnOneKey() throws Exception {
        RSAKey lost = keyWith(SECRET);

        assertThat(keysOfNodesWith(NEXT_SECRET)).hasSize(1).doesNotContain(lost);
    }

    private Set<RSAKey> keysOfNodesWith(String secret) throws Exception {
        Set<RSAKey> keys = ConcurrentHashMap.newKeySet();
        var together = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            nodes.invokeAll(IntStream.range(0, NODES).<Callable<Boolean>>mapToObj(node -> () -> {
                together.await();
                return keys.add(keyWith(secret));
            }).toList()).forEach(SigningKeyTest::finished);
        } finally {
            nodes.shutdownNow();
        }
        return keys;
    }

    private static void finished(Future<Boolean> node) {
        try {
            node.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private RSAKey keyWith(String... secrets) {
        return new SigningKey(jdbc, new Sealing(new Signature(List.of(secrets)))).current();
    }

    private String stored() {
        return jdbc.sql("select sealed from signing_key").query(String.class).single();
    }
}
