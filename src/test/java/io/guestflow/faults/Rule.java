package io.guestflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that must never be found once everything has come to rest; the files of {@code src/test/resources/rules} say what.
 *
 * @param name the finding as a sentence with hyphens
 * @param sql  selects the ids of those of whom it is true; {@code :overdue} is the moment before which everything should have happened
 */
record Rule(String name, String sql) {

    static List<Rule> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:rules/*.sql")).map(Rule::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> findings(JdbcClient database, Instant overdue) {
        JdbcClient.StatementSpec statement = database.sql(sql);
        return (sql.contains(":overdue") ? statement.param("overdue", Timestamp.from(overdue)) : statement)
                .query((row, number) -> name + ": " + row.getString(1)).list();
    }

    private static Rule of(Resource file) {
        try {
            return new Rule(file.getFilename().replace(".sql", ""), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
