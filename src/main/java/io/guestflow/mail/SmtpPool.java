package io.guestflow.mail;

import jakarta.mail.MessagingException;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters on connections that are kept for a while, because opening one takes longer than a letter. */
class SmtpPool {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPool.class);

    private final GenericObjectPool<SmtpConnection> connections;

    SmtpPool(SmtpConnections connections, MailSettings.Pool settings) {
        this.connections = new GenericObjectPool<>(connections, configuration(settings));
        // whoever gives up a connection opens the next one for whoever waits; a failure of that says nothing about the former's letter
        this.connections.setSwallowedExceptionListener(failure -> LOG.warn("No new connection to the mail server could be opened.", failure));
    }

    /**
     * Sends the letter within its deadline. A kept connection that the server has left meanwhile is replaced, as long as not a word
     * of the letter itself was said; afterwards nobody can know whether the server has it.
     *
     * @param agreed hears the server's words of agreement while the connection is still held, because giving it up can take until the deadline
     */
    void send(KeyedMessage message, Deadline deadline, Consumer<ServerAnswer> agreed) throws MessagingException {
        while (true) {
            SmtpConnection connection = borrow(deadline);
            try {
                agreed.accept(connection.send(message));
                return;
            } catch (MessagingException failure) {
                boolean left = connection.letters() > 0 && !message.hasBegun() && new Refusal(failure).endsConversation();
                if (!left || deadline.isOver()) {
                    throw failure;
                }
                // what made the server leave one connection has most likely ended the others
                connections.clear();
            } finally {
                connections.returnObject(connection);
            }
        }
    }

    void close() {
        connections.close();
    }

    private SmtpConnection borrow(Deadline deadline) throws MessagingException {
        try {
            return connections.borrowObject(deadline.left());
        } catch (MessagingException unreachable) {
            throw unreachable;
        } catch (NoSuchElementException | IllegalStateException busyOrClosed) {
            throw new MessagingException("No connection to the mail server came free.");
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GenericObjectPoolConfig<SmtpConnection> configuration(MailSettings.Pool settings) {
        var configuration = new GenericObjectPoolConfig<SmtpConnection>();
        configuration.setMaxTotal(settings.connections());
        configuration.setMaxIdle(settings.connections());
        configuration.setMinEvictableIdleDuration(settings.idle());
        configuration.setTimeBetweenEvictionRuns(settings.idle());
        configuration.setNumTestsPerEvictionRun(settings.connections());
        configuration.setTestOnReturn(true);
        configuration.setJmxEnabled(false);
        return configuration;
    }
}
