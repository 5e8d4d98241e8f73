package io.guestflow.mail;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.WrongSetting;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about letters.
 *
 * @param from     address that letters come from; null for "invitations" at the organization's domain
 * @param deadline how long the conversation with the mail server about one letter may last before its connection is closed
 * @param language language of letters to the staff, and of letters in a language for which there are no texts
 */
@ConfigurationProperties("guestflow.mail")
record MailSettings(String from, @DefaultValue("PT60S") Duration deadline, @DefaultValue("en") Locale language) {

    /** The engine's lock on the job that sends a letter lasts five minutes; another node takes the job over after that. */
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(4);

    MailSettings {
        if (from != null) {
            requireAddress(from);
        }
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new WrongSetting("guestflow.mail.deadline", "must be a positive duration of at most four minutes, like PT60S");
        }
    }

    private static void requireAddress(String from) {
        try {
            EmailAddress.of(from);
        } catch (IllegalArgumentException noAddress) {
            throw new WrongSetting("guestflow.mail.from", "must be a mail address like invitations@example.org");
        }
    }
}
