package io.guestflow.statements;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands between the program and its database and counts what one thread sends, while somebody wants to know. */
public class CountingDatabase extends JdbcLifecycleEventListenerAdapter implements BeanPostProcessor {

    private final ThreadLocal<Traffic> wanted = new ThreadLocal<>();
    private final Map<String, Traffic> wantedOf = new ConcurrentHashMap<>();
    private final Map<String, Set<TableKind>> uncommitted = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? ProxyDataSourceBuilder.create(database).listener(this).build() : bean;
    }

    /** What the current thread sends to the database meanwhile. */
    Traffic during(Runnable step) {
        var traffic = new Traffic();
        wanted.set(traffic);
        try {
            step.run();
        } finally {
            wanted.remove();
        }
        return traffic;
    }

    /** What the thread of this name sends to the database meanwhile. */
    Traffic ofThread(String name, Runnable step) {
        var traffic = new Traffic();
        wantedOf.put(name, traffic);
        try {
            step.run();
        } finally {
            wantedOf.remove(name);
        }
        return traffic;
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Traffic traffic = wanted();
        if (traffic != null) {
            String sql = queries.get(0).getQuery();
            traffic.add(sql, Math.max(1, execution.getBatchSize()));
            if (isCommittedAtOnce(execution)) {
                traffic.addCommitWithStatement(TableKind.of(sql));
            } else {
                uncommitted.computeIfAbsent(execution.getConnectionId(), connection -> EnumSet.noneOf(TableKind.class)).add(TableKind.of(sql));
            }
        }
    }

    @Override
    public void afterCommit(MethodExecutionContext commit) {
        Set<TableKind> kinds = uncommitted.remove(commit.getConnectionInfo().getConnectionId());
        if (kinds != null && wanted() != null) {
            wanted().addCommit(kinds);
        }
    }

    @Override
    public void afterRollback(MethodExecutionContext rollback) {
        uncommitted.remove(rollback.getConnectionInfo().getConnectionId());
    }

    private Traffic wanted() {
        return wanted.get() != null ? wanted.get() : wantedOf.get(Thread.currentThread().getName());
    }

    private static boolean isCommittedAtOnce(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
