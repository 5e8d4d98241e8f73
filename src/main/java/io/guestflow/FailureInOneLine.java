package io.guestflow;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the log of a failure what it was and where, in one line. What exceptions say beside that may name guests, except the messages
 * of files and networks and a database's SQLSTATE; and whoever operates this cannot use the whole way that a program took.
 */
class FailureInOneLine extends ThrowableHandlingConverter {

    private static final String OURS = "io.guestflow.";

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure == null ? "" : "    %s%s at %s%n".formatted(kinds(failure), reason(root(failure)), place(root(failure)));
    }

    private static String kinds(IThrowableProxy failure) {
        return causes(failure).map(one -> one.getClassName().replaceFirst(".*\\.", "")).distinct().collect(Collectors.joining(" by "));
    }

    private static String reason(IThrowableProxy root) {
        if (root instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException ofDatabase) {
            return ofDatabase.getSQLState() == null ? "" : " (SQLSTATE " + ofDatabase.getSQLState() + ")";
        }
        boolean ofFilesAndNetworks = root.getClassName().startsWith("java.io.") || root.getClassName().startsWith("java.net.");
        return ofFilesAndNetworks && root.getMessage() != null ? " (" + root.getMessage().lines().findFirst().orElse("") + ")" : "";
    }

    private static String place(IThrowableProxy root) {
        StackTraceElementProxy[] way = root.getStackTraceElementProxyArray();
        return Arrays.stream(way).map(StackTraceElementProxy::getStackTraceElement).filter(step -> step.getClassName().startsWith(OURS)).findFirst()
                .or(() -> Arrays.stream(way).map(StackTraceElementProxy::getStackTraceElement).findFirst())
                .map(StackTraceElement::toString).orElse("an unknown place");
    }

    private static IThrowableProxy root(IThrowableProxy failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<IThrowableProxy> causes(IThrowableProxy failure) {
        return Stream.iterate(failure, one -> one != null, IThrowableProxy::getCause);
    }
}
