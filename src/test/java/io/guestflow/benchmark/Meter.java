package io.guestflow.benchmark;

import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what work has taken of a node and of the database server, while nobody else is at work there. */
final class Meter {

    private static final String SUMS = """
            select coalesce(sum(shared_blks_hit + shared_blks_read), 0), coalesce(sum(shared_blks_read), 0), coalesce(sum(wal_bytes), 0)
            from pg_stat_statements s join pg_database d on d.oid = s.dbid where s.toplevel and d.datname = ?""";

    private final JdbcClient sql;
    private final ProcessHandle server;

    /** @param administration a database of the server in which nobody is at work */
    Meter(DataSource administration, ProcessHandle server) {
        this.sql = JdbcClient.create(administration);
        this.server = server;
        sql.sql("create extension if not exists pg_stat_statements").update();
    }

    <T> Read<T> read(ProcessHandle node, String database, Callable<T> work) throws Exception {
        sql.sql("select pg_stat_statements_reset()::text").query(String.class).list();
        double nodeBefore = ProcessorTime.of(node);
        double serverBefore = ProcessorTime.of(server);
        double helpersBefore = ProcessorTime.ofEnded(server);
        T outcome = work.call();
        double byNode = ProcessorTime.of(node) - nodeBefore;
        double byServer = ProcessorTime.of(server) - serverBefore;
        // who helps ends with the statement, while connections last, and the server itself does little but to start them; a vacuum may be among them
        double byHelpers = ProcessorTime.ofEnded(server) - helpersBefore;
        List<Double> sums = sql.sql(SUMS).param(database)
                .query((row, number) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3))).single();
        return new Read<>(outcome, new Cost(byNode, byServer, sums.get(0), sums.get(1), sums.get(2), byHelpers));
    }

    /** @param all what the work took as a whole */
    record Read<T>(T outcome, Cost all) {

        /** @param calls of which the work consisted */
        Cost cost(int calls) {
            return all.of(calls);
        }
    }
}
