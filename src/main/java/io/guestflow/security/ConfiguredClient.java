package io.guestflow.security;

import io.guestflow.guest.ApiClient;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Scope;
import io.guestflow.guest.WrongSetting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A program that calls the API, as the operator describes it.
 *
 * @param id          client id
 * @param secret      at least 32 bytes of UTF-8; null for a client of an external issuer
 * @param scopes      what its tokens may allow
 * @param displayName what guests read as the inviter's name; null for the id
 * @param replyTo     where answers to its letters go; null for nowhere
 */
record ConfiguredClient(String id, String secret, @DefaultValue List<String> scopes, String displayName, String replyTo) {

    /** Short enough for an audit entry. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHORTEST_SECRET = 32;

    /** @throws WrongSetting under the given key, with the first thing that is wrong */
    void check(String key) {
        require(id != null && ID.matcher(id).matches(), key + ".id",
                "must be a word of at most 64 letters, digits, dots, hyphens and underscores");
        require(secret == null || secret.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_SECRET, key + ".secret",
                "must have at least 32 bytes");
        require(scopes.stream().allMatch(scope -> Scope.of(scope).isPresent()), key + ".scopes", "must be among " + Scope.titles());
        require(displayName == null || !displayName.isBlank() && displayName.chars().noneMatch(Character::isISOControl),
                key + ".display-name", "must be one line of text");
        require(replyTo == null || EmailAddress.read(replyTo).isPresent(), key + ".reply-to", "must be a mail address like events@example.org");
    }

    ApiClient asApiClient() {
        return new ApiClient(id, displayName == null ? id : displayName, replyTo == null ? null : EmailAddress.of(replyTo));
    }

    /** Without the secret, because it may end up in a log. */
    @Override
    public String toString() {
        return id;
    }

    private static void require(boolean fine, String key, String sentence) {
        if (!fine) {
            throw new WrongSetting(key, sentence);
        }
    }
}
