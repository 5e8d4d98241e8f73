package io.guestflow.mail;

import io.guestflow.guest.WrongSetting;
import java.net.InetAddress;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server inside the application, with a mailbox that everybody can read who reaches the application. So the application
 * must be reachable from this machine only.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoMailServerConfigured.class)
class EmbeddedMail {

    EmbeddedMail(ServerProperties server) {
        InetAddress address = server.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new WrongSetting("server.address",
                    "must be a loopback address while no mail server is configured (spring.mail.host), "
                    + "because the mailbox shows every letter");
        }
    }

    @Bean
    Mailbox mailbox(MailboxSettings settings) {
        return new Mailbox(settings.directory());
    }

    @Bean
    EmbeddedMailServer embeddedMailServer(Mailbox mailbox) {
        return new EmbeddedMailServer(mailbox);
    }

    @Bean
    JavaMailSenderImpl mailSender(EmbeddedMailServer server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        return sender;
    }
}
