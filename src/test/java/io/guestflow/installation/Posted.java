package io.guestflow.installation;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the mail server keeps of a letter.
 *
 * @param code the eight digits that sign its reader in; empty if it has none
 */
public record Posted(String messageId, String subject, String code, Instant arrived) {

    private static final Pattern DIGITS = Pattern.compile("^\\s*(\\d{4})\\s?(\\d{4})\\s*$", Pattern.MULTILINE);

    static Posted of(MimeMessage letter) throws MessagingException, IOException {
        Matcher digits = DIGITS.matcher(text(letter));
        return new Posted(letter.getMessageID(), letter.getSubject(), digits.find() ? digits.group(1) + digits.group(2) : "", Instant.now());
    }

    static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String text = text(child);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
