package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.installation.Posted;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The checker finds nothing in a sound installation, and each rule finds what is broken on purpose. */
@Faults
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerIT {

    private static final String BREAKAGES = "/breakages.csv";

    private final Installation installation = new Installation("checker");
    private final Ledger told = new Ledger();

    @BeforeAll
    void letOneGuestGoEachWay() throws Exception {
        installation.node(Map.of()).start().awaitReady();
        HttpClient web = HttpClient.newHttpClient();
        var program = new PatientProgram(web, installation.nodes());
        var journey = new Journey(web, installation.mail(), program);
        for (Journey.Way way : Journey.Way.values()) {
            var invitation = program.invite(way.name().toLowerCase() + "@partner.example");
            told.note(invitation, journey.go(way, invitation));
        }
        installation.checker().awaitRest(Duration.ofMinutes(2));
    }

    @AfterAll
    void close() {
        installation.close();
    }

    @Test
    void findsNothingWhereNothingIsBroken() {
        assertThat(installation.checker().findings(told)).isEmpty();
        assertThat(installation.checker().post().repeated()).isZero();
    }

    @ParameterizedTest
    @CsvFileSource(resources = BREAKAGES, delimiter = '|')
    void findsWhatIsBroken(String rule, String breakage) throws SQLException {
        try (Connection connection = installation.database().getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(withGuests(breakage));

            List<String> findings = new Checker(new SingleConnectionDataSource(connection, true), installation.mail()).findings(told);

            connection.rollback();
            assertThat(findings).anyMatch(finding -> finding.startsWith(rule + ":"));
        }
    }

    @Test
    void findsLettersThatLeftOnceMore() {
        Posted letter = installation.mail().lettersTo("waits@partner.example").get(0);
        var later = new Posted(letter.messageId(), letter.subject(), letter.code(), Instant.now().plusSeconds(60));

        var post = new PostCheck(JdbcClient.create(installation.database()), Map.of("waits@partner.example", List.of(letter, later)));

        assertThat(post.repeated()).isEqualTo(1);
        assertThat(post.findings()).anyMatch(finding -> finding.startsWith("letter-was-sent-again-after-it-was-noted:"))
                .anyMatch(finding -> finding.startsWith("letter-arrived-more-often-than-it-was-tried:"));
    }

    @Test
    void everyRuleIsBrokenOnce() throws Exception {
        String breakages = new String(getClass().getResourceAsStream(BREAKAGES).readAllBytes());

        assertThat(Rule.all()).isNotEmpty().allSatisfy(rule -> assertThat(breakages.lines()).anyMatch(line -> line.startsWith(rule.name() + " ")));
    }

    /** Replaces a state in braces by the id of a guest in it. */
    private String withGuests(String breakage) {
        return Arrays.stream(new String[] {"PENDING", "ACTIVE", "REMOVED"}).reduce(breakage, (sql, state) -> sql.replace("{" + state + "}", guest(state)));
    }

    private String guest(String state) {
        return JdbcClient.create(installation.database()).sql("select id from directory_user where user_type = 'Guest' and state = :state order by created_at limit 1")
                .param("state", state).query(String.class).single();
    }
}
