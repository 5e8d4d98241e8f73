package io.guestflow.mail;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.Settings;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;

/** Puts letters into the form in which they travel (RFC 5322, MIME). */
@Component
class MimeLetters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // otherwise the library looks through every jar for each part of each letter
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final EmailAddress from;
    private final String domain;
    private final Clock clock;

    MimeLetters(MailSettings mail, Settings settings, Clock clock) {
        this.domain = settings.organization().domain();
        this.from = new EmailAddress(mail.from() == null ? "invitations@" + domain : mail.from());
        this.clock = clock;
    }

    KeyedMessage of(Sheet sheet, Session session) throws MessagingException {
        var message = new KeyedMessage(session, messageId(sheet.key()));
        message.setFrom(new Correspondent(sheet.fromName(), from).header());
        message.setRecipient(RecipientType.TO, sheet.to().header());
        for (EmailAddress copy : sheet.cc()) {
            message.addRecipient(RecipientType.CC, new Correspondent(null, copy).header());
        }
        if (sheet.replyTo() != null) {
            message.setReplyTo(new Address[] {sheet.replyTo().header()});
        }
        message.setSubject(sheet.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: keeps holiday notices away
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", sheet.language().toLanguageTag());
        message.setContent(new MimeMultipart("alternative", part(sheet.text().plain(), "plain"),
                part(sheet.text().html(), "html")));
        message.saveChanges();
        return message;
    }

    private static BodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private String messageId(LetterKey key) {
        return "<" + key.toString().replace('/', '.').toLowerCase(Locale.ROOT) + "@" + domain + ">";
    }
}
