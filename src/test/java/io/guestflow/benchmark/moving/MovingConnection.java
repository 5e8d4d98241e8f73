package io.guestflow.benchmark.moving;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A connection to each database, of which the one in the present place is used; a transaction ends where it has begun. Whoever uses it commits
 * each statement by itself or begins a transaction for itself, as the program's pool is set.
 */
final class MovingConnection implements InvocationHandler {

    /** What the program's pool or its transactions set or end for whoever comes next, in whatever place. */
    private static final Set<String> EVERYWHERE = Set.of("close", "abort", "setReadOnly", "setTransactionIsolation", "setNetworkTimeout");

    private final Place place;
    private final List<Connection> connections;
    private Connection current;

    private MovingConnection(Place place, List<Connection> connections) {
        this.place = place;
        this.connections = connections;
        this.current = connections.get(place.number());
    }

    static Connection of(Place place, List<Connection> connections) {
        return (Connection) Proxy.newProxyInstance(MovingConnection.class.getClassLoader(), new Class<?>[] {Connection.class},
                new MovingConnection(place, connections));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            if (!EVERYWHERE.contains(method.getName())) {
                return method.invoke(here(), arguments);
            }
            for (Connection each : connections) {
                method.invoke(each, arguments);
            }
            return null;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private Connection here() throws SQLException {
        if (!current.isClosed() && current.getAutoCommit()) {
            current = connections.get(place.number());
        }
        return current;
    }
}
