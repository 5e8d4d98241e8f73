package io.guestflow.guest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about guests.
 *
 * @param baseUrl where guests reach this installation; the only source of the host in every link
 */
@ConfigurationProperties("guestflow")
public record Settings(@DefaultValue("http://localhost:8080") URI baseUrl, @DefaultValue Organization organization,
                       @DefaultValue Ticket ticket, @DefaultValue InvitationSettings invitation, @DefaultValue Passcode passcode,
                       @DefaultValue Session session, @DefaultValue RemovalSettings removal) {

    public Settings {
        if (!isWebAddress(baseUrl)) {
            throw new WrongSetting("guestflow.base-url", "must be an address like https://guests.example.org");
        }
    }

    /** The base URL with a path appended. @param path begins with a slash */
    public URI link(String path) {
        return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
    }

    private static boolean isWebAddress(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return web && address.getHost() != null && address.getUserInfo() == null;
    }

    /**
     * Who invites.
     *
     * @param privacyUrl the privacy statement, null if there is none
     * @param termsUrl   the terms of use, null if there are none
     */
    public record Organization(@DefaultValue("Contoso") String name, @DefaultValue("contoso.example") String domain,
                               URI privacyUrl, URI termsUrl) {

        public Organization {
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw new WrongSetting("guestflow.organization.name", "must be one line of text");
            }
            if (!domain.matches("[A-Za-z0-9.-]+")) {
                throw new WrongSetting("guestflow.organization.domain", "must be a domain name like example.org");
            }
            requireWeb("guestflow.organization.privacy-url", privacyUrl);
            requireWeb("guestflow.organization.terms-url", termsUrl);
        }

        private static void requireWeb(String key, URI address) {
            if (address != null && !isWebAddress(address)) {
                throw new WrongSetting(key, "must be a web address");
            }
        }
    }

    /**
     * Signs links and passcodes.
     *
     * @param secret         at least 32 bytes of UTF-8; generated and kept beside an embedded database when absent
     * @param previousSecret accepted as well, so that secrets can be changed
     */
    public record Ticket(String secret, String previousSecret) {

        private static final int SHORTEST_SECRET = 32;

        public Ticket {
            requireLong("guestflow.ticket.secret", secret);
            requireLong("guestflow.ticket.previous-secret", previousSecret);
        }

        private static void requireLong(String key, String secret) {
            if (secret != null && secret.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
                throw new WrongSetting(key, "must have at least 32 bytes");
            }
        }
    }

    /**
     * How invitations live.
     *
     * @param validFor     from the newest letter, or the creation of an invitation without one, to its expiry
     * @param reminders    when to remind, counted from the sending of the newest letter; empty for never
     * @param redirectUrls origins, beside the own one, to which a guest may be taken after acceptance
     * @param reportAcceptance whether the inviter is told by mail of an acceptance
     */
    public record InvitationSettings(@DefaultValue("P30D") Duration validFor, @DefaultValue({"P3D", "P7D", "P14D"}) List<Duration> reminders,
                                     @DefaultValue List<URI> redirectUrls, @DefaultValue("true") boolean reportAcceptance) {

        public InvitationSettings {
            WrongSetting.requireLife("guestflow.invitation.valid-for", validFor);
            reminders = reminders.stream().sorted().distinct().toList();
            if (reminders.stream().anyMatch(after -> after.isNegative() || after.isZero())) {
                throw new WrongSetting("guestflow.invitation.reminders", "must all be positive durations");
            }
            if (reminders.stream().anyMatch(after -> after.compareTo(validFor) >= 0)) {
                throw new WrongSetting("guestflow.invitation.reminders", "must all come before the expiry (guestflow.invitation.valid-for)");
            }
            if (!redirectUrls.stream().allMatch(Settings::isWebAddress)) {
                throw new WrongSetting("guestflow.invitation.redirect-urls", "must all be addresses like https://apps.example.org");
            }
        }
    }

    /** @param validFor how long a mailed code can be used */
    public record Passcode(@DefaultValue("PT30M") Duration validFor) {

        public Passcode {
            WrongSetting.requirePositive("guestflow.passcode.valid-for", validFor);
        }
    }

    /** @param validFor how long a guest stays signed in */
    public record Session(@DefaultValue("PT24H") Duration validFor) {

        public Session {
            WrongSetting.requirePositive("guestflow.session.valid-for", validFor);
        }
    }

    /** @param retention how long a removed guest can be restored */
    public record RemovalSettings(@DefaultValue("P30D") Duration retention) {

        public RemovalSettings {
            WrongSetting.requireLife("guestflow.removal.retention", retention);
        }
    }
}
