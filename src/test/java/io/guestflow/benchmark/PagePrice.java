package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a page costs that lies on the way to a guest, with what is done with it there.
 *
 * @param kept    in PostgreSQL's memory, in milliseconds of a processor
 * @param fetched from the system's memory or the disk, in milliseconds
 */
record PagePrice(double kept, double fetched) {

    private static final int GUESTS = 2_000;
    /** Guests who stand far apart in every table. */
    private static final String LOOK_UP = """
            explain (analyze, buffers, timing off, format json) select count(address_rejected) from directory_user where mail_key = any(array(
              select 'guest' || (1 + n::bigint * %d %% %d) || '@crowd.example' from generate_series(1, %d) n))""";

    /** @param guests who wait in a town that nobody calls at the moment */
    static PagePrice in(DataSource town, int guests) {
        var sql = JdbcClient.create(town);
        String lookUp = LOOK_UP.formatted(AcceptingCrowd.STRIDE, guests, Math.min(GUESTS, guests));
        return of(Plan.of(sql, lookUp), Plan.of(sql, lookUp));
    }

    /** @param again the same look-up, which finds all pages in PostgreSQL's memory */
    static PagePrice of(Plan first, Plan again) {
        double kept = again.milliseconds() / again.kept();
        return new PagePrice(kept, first.fetched() == 0 ? kept : Math.max(kept, (first.milliseconds() - first.kept() * kept) / first.fetched()));
    }

    /** What PostgreSQL tells of one statement. */
    record Plan(double milliseconds, double kept, double fetched) {

        private static Plan of(JdbcClient sql, String explain) {
            Map<String, Object> told = JsonPath.read(sql.sql(explain).query(String.class).single(), "$[0]");
            return new Plan(JsonPath.<Number>read(told, "$['Execution Time']").doubleValue(),
                    JsonPath.<Number>read(told, "$.Plan['Shared Hit Blocks']").doubleValue(),
                    JsonPath.<Number>read(told, "$.Plan['Shared Read Blocks']").doubleValue());
        }
    }
}
