package io.guestflow.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * A letter as it arrived.
 *
 * @param to   every recipient that the letter names, copies included
 * @param html the HTML part, empty if there is none; {@code text} likewise
 */
public record PostedLetter(String id, String subject, String from, String to, Instant sentAt, String html, String text) {

    /** @throws IOException if the bytes are no letter */
    static PostedLetter of(String id, byte[] bytes) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            Instant sentAt = message.getSentDate() == null ? Instant.EPOCH : message.getSentDate().toInstant();
            String to = header(message, "To") + (message.getHeader("Cc") == null ? "" : ", " + header(message, "Cc"));
            return new PostedLetter(id, message.getSubject(), header(message, "From"), to, sentAt, part(message, "text/html"),
                    part(message, "text/plain"));
        } catch (MessagingException garbled) {
            throw new IOException(garbled);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        String folded = message.getHeader(name, ", ");
        return folded == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(folded));
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
