package io.guestflow.mail;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox for trying things out, which exists only while no mail server is configured.
 *
 * @param directory where the letters are kept, one file each
 */
@ConfigurationProperties("guestflow.mailbox")
record MailboxSettings(@DefaultValue("./data/mail") Path directory) {
}
