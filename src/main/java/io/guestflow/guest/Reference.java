package io.guestflow.guest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * Names a user or group, as {@code @odata.id} does. Scripts copy whole addresses, so of an address only the last two parts count,
 * whatever host they follow: {@code users/{id}}, {@code groups('{id}')}, {@code directoryObjects/{id}}.
 *
 * @param key the id, or the principal name of a user
 */
public record Reference(Kind kind, String key) {

    private static final Pattern LAST_PARTS = Pattern.compile("(?:.*/)?(users|groups|directoryObjects)(?:/([^/]+)|\\('([^'/]+)'\\))/?");

    /** What is named: a user, a group, or either. */
    public enum Kind { USER, GROUP, EITHER }

    /** @throws Refused if the text names nothing that could be looked up */
    public static Reference of(Object sent) {
        Matcher parts = LAST_PARTS.matcher(sent instanceof String text ? text : "");
        if (!parts.matches()) {
            throw unreadable();
        }
        try {
            String key = StringUtils.uriDecode(parts.group(2) == null ? parts.group(3) : parts.group(2), StandardCharsets.UTF_8);
            if (key.chars().anyMatch(Character::isISOControl)) {
                throw unreadable();
            }
            return new Reference(kind(parts.group(1)), key);
        } catch (IllegalArgumentException halfAnEscape) {
            throw unreadable();
        }
    }

    boolean mayBeUser() {
        return kind != Kind.GROUP;
    }

    boolean mayBeGroup() {
        return kind != Kind.USER;
    }

    private static Kind kind(String collection) {
        return switch (collection) {
            case "users" -> Kind.USER;
            case "groups" -> Kind.GROUP;
            default -> Kind.EITHER;
        };
    }

    private static Refused unreadable() {
        return new Refused("@odata.id", "invalid-reference", "This is not an address that ends like directoryObjects/{id}.");
    }
}
