package io.guestflow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that keeps its Message-ID however often it is saved, so that a repeated letter can be recognised as such. */
class KeyedMessage extends MimeMessage {

    private final String id;
    private boolean begun;

    KeyedMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** Whether a word of it may have reached a server. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream server, String[] withoutHeaders) throws IOException, MessagingException {
        begun = true;
        super.writeTo(server, withoutHeaders);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
