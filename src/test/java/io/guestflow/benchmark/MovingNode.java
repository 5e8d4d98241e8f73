package io.guestflow.benchmark;

import io.guestflow.benchmark.moving.MovingDriver;
import io.guestflow.installation.Node;
import io.guestflow.installation.Ports;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A node that serves one database after the other. Two nodes differ by what their virtual machines happen to compile, by a fifth and more; what is
 * compiled here serves all databases. They are copies of one installation, so that whatever the node remembers of it is true everywhere.
 */
final class MovingNode implements AutoCloseable {

    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Installation installation;
    private final Web web;
    private final List<String> databases;
    private final int door = Ports.free();
    private final Node node;
    private String place;

    /** @param databases copies of an installation that nobody else serves; it begins in the first */
    MovingNode(Installation installation, Web web, List<String> databases) throws IOException {
        this.installation = installation;
        this.web = web;
        this.databases = databases;
        this.place = databases.get(0);
        var jvm = new ArrayList<>(Installation.JVM);
        jvm.add("-D" + MovingDriver.DATABASES + "=" + databases.stream().map(installation.postgres()::url).collect(Collectors.joining(",")));
        jvm.add("-D" + MovingDriver.PORT + "=" + door);
        // the time of a connection that ends would be taken for that of a process which helps with a statement
        this.node = installation.node(place, jvm, Map.of("spring.datasource.driver-class-name", MovingDriver.class.getName(),
                "spring.datasource.hikari.max-lifetime", "0"))
                .withClasses(classes(installation.folder().resolve("moving"))).start().awaitReady();
    }

    /** Ends what is under way where the node is, letters included, and goes on there. */
    void moveTo(String database) {
        awaitRest();
        web.send(new HttpPut("http://localhost:" + door + "/" + databases.indexOf(database))).require(204);
        place = database;
    }

    /** Until nothing is under way where the node is. */
    void awaitRest() {
        var sql = JdbcClient.create(installation.postgres().database(place));
        Awaitility.await("end of what is under way in " + place).atMost(LONGEST_WORK).pollDelay(Duration.ZERO).pollInterval(BETWEEN_LOOKS)
                .until(() -> sql.sql("""
                        select not exists (select 1 from act_ru_job
                          where retries_ > 0 and (lock_owner_ is not null or duedate_ <= now() at time zone 'utc'))""").query(Boolean.class).single());
    }

    String url() {
        return node.url();
    }

    ProcessHandle process() {
        return node.process().toHandle();
    }

    @Override
    public void close() {
        node.close();
    }

    /** Only the driver: whatever else there is among the tests would become part of the program. */
    private static Path classes(Path folder) throws IOException {
        Path driver = Path.of(MovingDriver.class.getPackageName().replace('.', '/'));
        FileSystemUtils.copyRecursively(tests().resolve(driver), folder.resolve(driver));
        return folder;
    }

    private static Path tests() {
        try {
            return Path.of(MovingDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
