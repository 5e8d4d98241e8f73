package io.guestflow.guest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a guest was invited with.
 *
 * @param generation   grows when older links have to die: an address corrected, a redemption reset
 * @param letterNumber how many invitation letters were asked for; 0 if none was wanted
 * @param inviter      directory id of the member who invites, null if a program does
 * @param message      personal message, plain text of at most 2,000 characters, or null
 * @param redirectUrl  where the guest is taken after acceptance, null for My Apps
 * @param language     language of the letters
 * @param expiresAt    from this moment on the invitation cannot be accepted any more
 */
public record Invitation(UUID id, int generation, int letterNumber, UUID inviter, String message, URI redirectUrl,
                         List<EmailAddress> cc, Locale language, Instant createdAt, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Invitation withNextLetter(Instant newExpiry) {
        return new Invitation(id, generation, letterNumber + 1, inviter, message, redirectUrl, cc, language, createdAt, newExpiry);
    }

    Invitation withNextGeneration() {
        return new Invitation(id, generation + 1, letterNumber, inviter, message, redirectUrl, cc, language, createdAt, expiresAt);
    }
}
