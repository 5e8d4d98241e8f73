package io.guestflow.guest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What a guest was invited with.
 *
 * @param generation   grows when older links have to die: an address corrected, a redemption reset
 * @param letterNumber how many invitation letters were asked for; 0 if none was wanted
 * @param inviter      directory id of the member who invites, null if a program does
 * @param client       id of the program that invites, null if a member or the system does
 * @param message      personal message, plain text of at most 2,000 characters, or null
 * @param redirectUrl  where the guest is taken after acceptance, null for My Apps
 * @param language     language of the letters
 * @param validFor     from the creation, and again from each further letter, to the expiry
 * @param expiresAt    from this moment on the invitation cannot be accepted any more
 */
public record Invitation(UUID id, InvitationStatus status, int generation, int letterNumber, UUID inviter, String client, String message,
                         URI redirectUrl, List<EmailAddress> cc, Locale language, Duration validFor, Instant createdAt, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Invitation withNextLetter(Instant now) {
        return new Invitation(id, status, generation, letterNumber + 1, inviter, client, message, redirectUrl, cc, language, validFor, createdAt,
                now.plus(validFor));
    }

    Invitation withNextGeneration() {
        return new Invitation(id, status, generation + 1, letterNumber, inviter, client, message, redirectUrl, cc, language, validFor, createdAt,
                expiresAt);
    }

    /** What it says now, where the same inviter says it anew; its link stays. */
    Invitation reworded(Invitation anew) {
        return new Invitation(id, status, generation, letterNumber, inviter, client, anew.message, anew.redirectUrl, anew.cc, anew.language,
                anew.validFor, createdAt, anew.expiresAt);
    }

    boolean saysTheSameAs(Invitation other) {
        return Objects.equals(message, other.message) && Objects.equals(redirectUrl, other.redirectUrl) && cc.equals(other.cc)
                && language.equals(other.language) && validFor.equals(other.validFor);
    }

    boolean isFromTheSameAs(Invitation other) {
        return Objects.equals(inviter, other.inviter) && Objects.equals(client, other.client);
    }

    /** An answer or an end that is there already stays. */
    Invitation ended(InvitationStatus how) {
        return status != InvitationStatus.PENDING ? this : new Invitation(id, how, generation, letterNumber, inviter, client, message,
                redirectUrl, cc, language, validFor, createdAt, expiresAt);
    }
}
