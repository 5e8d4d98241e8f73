package io.guestflow.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;

/** A letter as the other side reads it. */
record Received(MimeMessage message, PostedLetter letter) {

    static Received of(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new Received(message, PostedLetter.of("1", bytes.toByteArray()));
    }

    String html() {
        return letter.html();
    }

    String text() {
        return letter.text().replace("\r\n", "\n");
    }

    String header(String name) throws Exception {
        return message.getHeader(name, null);
    }

    InternetAddress from() throws Exception {
        return (InternetAddress) message.getFrom()[0];
    }

    InternetAddress to() throws Exception {
        return (InternetAddress) message.getRecipients(RecipientType.TO)[0];
    }
}
