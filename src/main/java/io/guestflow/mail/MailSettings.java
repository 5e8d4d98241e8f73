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
 * @param lettersPerMinute how many letters this node hands over in a minute on average; 0 for no limit
 * @param pool     connections that are kept for the next letter
 */
@ConfigurationProperties("guestflow.mail")
record MailSettings(String from, @DefaultValue("PT60S") Duration deadline, @DefaultValue("en") Locale language,
                    @DefaultValue("0") int lettersPerMinute, @DefaultValue Pool pool) {

    MailSettings {
        if (from != null) {
            requireAddress(from);
        }
        requirePositive("guestflow.mail.deadline", deadline, "like PT60S");
        if (lettersPerMinute < 0) {
            throw new WrongSetting("guestflow.mail.letters-per-minute", "must be a number of letters, or 0 for no limit");
        }
    }

    private static void requireAddress(String from) {
        if (EmailAddress.read(from).isEmpty()) {
            throw new WrongSetting("guestflow.mail.from", "must be a mail address like invitations@example.org");
        }
    }

    private static void requirePositive(String key, Duration value, String example) {
        if (value.isNegative() || value.isZero()) {
            throw new WrongSetting(key, "must be a positive duration " + example);
        }
    }

    /**
     * How connections to the mail server are kept.
     *
     * @param connections          how many there are at most; a letter waits for one, within its deadline
     * @param idle                 how long one waits for the next letter before it is closed
     * @param lettersPerConnection how many letters one carries before it is closed; with 1 each letter has its own
     */
    record Pool(@DefaultValue("8") int connections, @DefaultValue("PT10S") Duration idle, @DefaultValue("100") int lettersPerConnection) {

        Pool {
            if (connections < 1) {
                throw new WrongSetting("guestflow.mail.pool.connections", "must be at least 1");
            }
            requirePositive("guestflow.mail.pool.idle", idle, "like PT10S");
            if (lettersPerConnection < 1) {
                throw new WrongSetting("guestflow.mail.pool.letters-per-connection", "must be at least 1");
            }
        }
    }
}
