package io.guestflow.directory;

import io.guestflow.guest.Settings;
import io.guestflow.guest.Signature;
import io.guestflow.guest.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secret that signs links: configured, or kept in a file beside the embedded database. */
@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {

    private static final String EMBEDDED_MEMORY = "jdbc:h2:mem:";
    private static final int SECRET_BYTES = 32;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Signature signature(Settings settings, @Value("${spring.datasource.url}") String database) throws IOException {
        String secret = settings.ticket().secret() == null ? keptSecret(database) : settings.ticket().secret();
        return new Signature(Stream.of(secret, settings.ticket().previousSecret()).filter(Objects::nonNull).toList());
    }

    private static String keptSecret(String database) throws IOException {
        if (database.startsWith(EMBEDDED_MEMORY)) {
            return generated();
        }
        Path embedded = EmbeddedFile.of(database)
                .orElseThrow(() -> new WrongSetting("guestflow.ticket.secret", "must be set when the database is not the embedded one"));
        Path file = embedded.resolveSibling(embedded.getFileName() + ".secret");
        if (!Files.exists(file)) {
            SecretFile.write(file, generated());
        }
        return Files.readString(file).strip();
    }

    private static String generated() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
