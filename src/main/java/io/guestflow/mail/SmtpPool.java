package io.guestflow.mail;

import jakarta.mail.MessagingException;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Sends letters on connections that are kept for a while, because opening one takes longer than a letter. */
class SmtpPool {

    private final GenericObjectPool<SmtpConnection> connections;
    private final int lettersPerConnection;

    SmtpPool(SmtpConnections connections, MailSettings.Pool settings) {
        this.connections = new GenericObjectPool<>(connections, configuration(settings));
        this.lettersPerConnection = settings.lettersPerConnection();
    }

    /**
     * Sends the letter within its deadline. A kept connection that the server has left meanwhile is replaced, as long as not a word
     * of the letter itself was said; afterwards nobody can know whether the server has it.
     *
     * @return the server's words of agreement
     */
    ServerAnswer send(KeyedMessage message, Deadline deadline) throws MessagingException {
        while (true) {
            SmtpConnection connection = borrow(deadline);
            try {
                ServerAnswer answer = connection.send(message);
                giveBack(connection);
                return answer;
            } catch (MessagingException failure) {
                boolean left = connection.letters() > 0 && !message.hasBegun() && new Refusal(failure).endsConversation();
                discard(connection);
                if (!left || deadline.isOver()) {
                    throw failure;
                }
                // what made the server leave one connection has most likely ended the others
                connections.clear();
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

    private void giveBack(SmtpConnection connection) {
        if (connection.letters() < lettersPerConnection) {
            connections.returnObject(connection);
        } else {
            discard(connection);
        }
    }

    private void discard(SmtpConnection connection) {
        try {
            connections.invalidateObject(connection);
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
        configuration.setJmxEnabled(false);
        return configuration;
    }
}
