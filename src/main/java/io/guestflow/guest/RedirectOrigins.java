package io.guestflow.guest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The origins (RFC 6454) to which a guest may be taken after acceptance: the own one and the configured ones. */
record RedirectOrigins(Set<String> allowed) {

    private static final int LONGEST_ADDRESS = 2000;

    static RedirectOrigins of(Settings settings) {
        return new RedirectOrigins(Stream.concat(Stream.of(settings.baseUrl()), settings.invitation().redirectUrls().stream())
                .map(RedirectOrigins::origin).collect(Collectors.toSet()));
    }

    /** @throws IllegalArgumentException with a sentence, unless the address is absolute, has no user part and an allowed origin */
    URI allowed(String typed) {
        try {
            URI address = new URI(typed);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            boolean plain = address.getRawUserInfo() == null && typed.length() <= LONGEST_ADDRESS && !InvitationTexts.hasHalfCharacters(typed);
            if (web && plain && address.getHost() != null && allowed.contains(origin(address))) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw new IllegalArgumentException("This is not a web address.", notAnAddress);
        }
        throw new IllegalArgumentException("Guests may not be taken to this address; an operator can allow its origin.");
    }

    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() != -1 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
