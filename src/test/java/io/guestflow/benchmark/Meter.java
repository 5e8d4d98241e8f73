package io.guestflow.benchmark;

import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what work has taken of a node and of the database server, while nobody else is at work there. */
final class Meter {

    /** A statement that looks at more pages than these goes through a table; the way along indexes is never so long. A small town's table has fewer. */
    private static final int FEW_PAGES = 1_000;
    private static final String SUMS = """
            select coalesce(sum(shared_blks_hit + shared_blks_read), 0), coalesce(sum(shared_blks_read), 0), coalesce(sum(wal_bytes), 0),
              coalesce(sum(total_exec_time) filter (where (shared_blks_hit + shared_blks_read) / calls > ?) / sum(total_exec_time), 0)
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
        T outcome = work.call();
        double byNode = ProcessorTime.of(node) - nodeBefore;
        double byServer = ProcessorTime.of(server) - serverBefore;
        List<Double> sums = sql.sql(SUMS).params(FEW_PAGES, database)
                .query((row, number) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4))).single();
        return new Read<>(outcome, new Cost(byNode, byServer, sums.get(0), sums.get(1), sums.get(2), sums.get(3)));
    }

    /** @param all what the work took as a whole */
    record Read<T>(T outcome, Cost all) {

        /** @param calls of which the work consisted */
        Cost cost(int calls) {
            return all.of(calls);
        }
    }
}
