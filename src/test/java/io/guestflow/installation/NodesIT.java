package io.guestflow.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that were started at once on an empty database, without any stickiness before them. */
class NodesIT {

    private static final Pattern PASSWORD = Pattern.compile("as admin with the password (\\S+)");
    private static final List<String> SMALL = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1");
    private static final String COUNT = "/camunda/api/engine/engine/default/process-definition/count";

    @TempDir
    private static Path folder;
    private static final HttpClient WEB = HttpClient.newHttpClient();
    private static final Spool MAIL = new Spool();
    private static Postgres postgres;
    private static JdbcClient database;
    private static Node first;
    private static Node second;
    private static Balancer balancer;
    private static String home;

    @BeforeAll
    static void startBothAtOnce() {
        postgres = new Postgres(folder.resolve("postgres"));
        Map<String, String> settings = settings(postgres.url(postgres.create("guestflow")) + "?socketTimeout=120&tcpKeepAlive=true");
        database = JdbcClient.create(postgres.database("guestflow"));
        int port = Ports.free();
        home = "http://localhost:" + port;
        settings.put("guestflow.base-url", home);
        first = new Node(folder, "first", SMALL, settings).start();
        second = new Node(folder, "second", SMALL, settings).start();
        first.awaitReady();
        second.awaitReady();
        balancer = new Balancer(port, List.of(first, second));
    }

    @AfterAll
    static void stop() throws IOException {
        balancer.close();
        first.close();
        second.close();
        postgres.close();
        MAIL.close();
    }

    @Test
    void whatAnInstallationHasOnceIsMadeOnce() {
        assertThat(PASSWORD.matcher(first.log() + second.log()).results()).hasSize(1);
        assertThat(count("act_re_deployment")).isEqualTo(1);
        assertThat(count("signing_key")).isEqualTo(1);
        assertThat(database.sql("select count(*) from act_ru_filter group by name_").query(Integer.class).list()).containsOnly(1);
        assertThat(List.of(first, second)).flatMap(Node::errors).isEmpty();
    }

    @Test
    void staffWorkOnEveryNodeWithTheSignInOfOneAndASignOutHoldsOnAll() throws Exception {
        var admin = new StaffBrowser(WEB);
        assertThat(admin.get(first.url() + "/login").statusCode()).isEqualTo(200);
        assertThat(admin.cookie("JSESSIONID")).isEmpty();

        assertThat(admin.signIn(first.url(), "admin", password())).isTrue();
        assertThat(admin.get(second.url() + "/guests").statusCode()).isEqualTo(200);
        assertThat(admin.get(first.url() + "/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(admin.postJson(second.url() + "/camunda/api/engine/engine/default/task/count", "X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"), "{}")
                .statusCode()).isEqualTo(200);

        assertThat(admin.post(first.url() + "/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(second.url() + "/guests").statusCode()).isEqualTo(302);
    }

    @Test
    void thePagesTokenAgainstForgedRequestsIsGoodForTheApiOfEveryNode() throws Exception {
        var admin = new StaffBrowser(WEB);
        admin.signIn(first.url(), "admin", password());
        String token = JsonPath.read(admin.get(first.url() + "/desk/csrf").body(), "$.token");
        String guest = """
                {"invitedUserEmailAddress": "%s@partner.example", "inviteRedirectUrl": "%s/myapps"}""".formatted(UUID.randomUUID(), home);

        assertThat(admin.postJson(second.url() + "/v1.0/invitations", "X-CSRF-TOKEN", "forged", guest).statusCode()).isEqualTo(403);
        assertThat(admin.postJson(second.url() + "/v1.0/invitations", "X-CSRF-TOKEN", token, guest).statusCode()).isEqualTo(201);
        admin.post(first.url() + "/logout", Map.of());
    }

    @Test
    void aChangeOfSomebodysGroupsTakesEffectOnTheOtherNodeWithinTenSeconds() throws Exception {
        var admin = new StaffBrowser(WEB);
        admin.signIn(first.url(), "admin", password());
        admin.get(first.url() + "/camunda/app/tasklist/default/");
        assertThat(admin.get(second.url() + COUNT).body()).contains("\"count\":4");

        database.sql("insert into act_id_membership (user_id_, group_id_) values ('admin', 'guest-inviters')").update();
        database.sql("delete from act_id_membership where user_id_ = 'admin' and group_id_ <> 'guest-inviters'").update();

        Awaitility.await().atMost(Duration.ofSeconds(11)).until(() -> admin.get(second.url() + COUNT).body().contains("\"count\":1"));
        database.sql("update act_id_membership set group_id_ = 'global-administrators' where user_id_ = 'admin'").update();
        admin.post(first.url() + "/logout", Map.of());
    }

    @Test
    void aGuestIsServedByWhicheverNodesTurnItIs() throws Exception {
        Program.Invitation invitation = new Program(WEB, home).invite(UUID.randomUUID() + "@partner.example").orElseThrow();

        assertThat(new GuestBrowser(WEB, MAIL).accept(invitation.link(), invitation.address())).isTrue();

        assertThat(database.sql("select state from directory_user where id = cast(? as uuid)").param(invitation.guest()).query(String.class).single())
                .isEqualTo("ACTIVE");
    }

    @Test
    void nodesAreRestartedInTurnWithoutAFailedRequestAndEveryGuestGetsOneLetter() throws Exception {
        try (var programs = new Programs(WEB, home)) {
            programs.awaitInvitations(20);
            first.close();
            first.start().awaitReady();
            second.close();
            second.start().awaitReady();
            programs.awaitInvitations(20);
            programs.stop();

            assertThat(programs.failures()).isEmpty();
            assertThat(programs.invited()).hasSizeGreaterThan(40);
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(programs.invited())
                    .allSatisfy(address -> assertThat(MAIL.lettersTo(address)).hasSize(1)));
            assertThat(database.sql("select count(*) from act_ru_job where retries_ = 0 or exception_msg_ is not null").query(Integer.class).single())
                    .isZero();
        }
        assertThat(List.of(first, second)).flatMap(Node::errors).isEmpty();
    }

    private static int count(String table) {
        return database.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String password() {
        return PASSWORD.matcher(first.log() + second.log()).results().map((MatchResult shown) -> shown.group(1)).findFirst().orElseThrow();
    }

    private static Map<String, String> settings(String url) {
        var settings = new HashMap<>(Program.settings());
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", Postgres.USER);
        settings.put("spring.datasource.password", "");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(MAIL.port()));
        settings.put("guestflow.ticket.secret", "a secret of more than thirty-two bytes");
        settings.put("guestflow.shutdown.pause", "PT2S");
        return settings;
    }
}
