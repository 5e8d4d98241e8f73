package io.guestflow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Opens connections to the mail server and closes them; a connection that is in use obeys the deadline of its letter. */
class SmtpConnections extends BasePooledObjectFactory<SmtpConnection> {

    private final JavaMailSenderImpl account;
    private final DeadlineSockets sockets;
    private final int lettersPerConnection;

    SmtpConnections(JavaMailSenderImpl account, DeadlineSockets sockets, MailSettings.Pool settings) {
        this.account = account;
        this.sockets = sockets;
        this.lettersPerConnection = settings.lettersPerConnection();
        Stream.of("smtp", "smtps").forEach(this::prepare);
    }

    @Override
    public SmtpConnection create() throws MessagingException {
        Session session = account.getSession();
        Transport transport = account.getProtocol() == null ? session.getTransport() : session.getTransport(account.getProtocol());
        String user = StringUtils.hasLength(account.getUsername()) ? account.getUsername() : null;
        transport.connect(account.getHost(), account.getPort(), user, user == null ? null : account.getPassword());
        Socket socket = sockets.running().watched();
        // it may be opened for a letter of another thread, whose deadline is another
        sockets.running().release();
        return new SmtpConnection(transport, socket);
    }

    @Override
    public PooledObject<SmtpConnection> wrap(SmtpConnection connection) {
        return new DefaultPooledObject<>(connection);
    }

    @Override
    public void activateObject(PooledObject<SmtpConnection> pooled) throws SocketException {
        sockets.running().watch(pooled.getObject().socket());
    }

    @Override
    public void passivateObject(PooledObject<SmtpConnection> pooled) {
        sockets.running().release();
    }

    @Override
    public boolean validateObject(PooledObject<SmtpConnection> pooled) {
        return pooled.getObject().isSound() && pooled.getObject().letters() < lettersPerConnection;
    }

    @Override
    public void destroyObject(PooledObject<SmtpConnection> pooled) {
        pooled.getObject().close();
    }

    private void prepare(String protocol) {
        Properties properties = account.getSession().getProperties();
        properties.put("mail." + protocol + ".socketFactory", sockets);
        properties.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        properties.setProperty("mail." + protocol + ".sendpartial", "false");
        properties.setProperty("mail." + protocol + ".quitwait", "false");
    }
}
