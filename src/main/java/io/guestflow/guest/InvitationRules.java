package io.guestflow.guest;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks an invitation request as a whole and names every field that has to be mended. */
@Component
class InvitationRules {

    static final int LONGEST_NAME = 256;
    static final int LONGEST_MESSAGE = 2000;
    static final int MOST_MEMBERSHIPS = 20;
    static final int MOST_COPIES = 5;
    /** As RFC 5646 section 4.4.1 advises. */
    static final int LONGEST_LANGUAGE = 35;
    /** Characters that turn the direction of the text around them and so can make a name read as another. */
    private static final Pattern DIRECTION_OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Locale DEFAULT_LANGUAGE = Locale.ENGLISH;

    private final Settings settings;
    private final Directory directory;

    InvitationRules(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /** @throws Refused with every problem found */
    InvitationTerms check(InvitationRequest request) {
        var problems = new ArrayList<Problem>();
        var terms = new InvitationTerms(
                checked(problems, "email", EmailAddress::of, request.email()),
                checked(problems, "name", InvitationRules::name, request.name()),
                checked(problems, "message", InvitationRules::message, request.message()),
                memberships(problems, request),
                !Boolean.FALSE.equals(request.sendMessage()),
                checked(problems, "redirectUrl", this::redirectUrl, request.redirectUrl()),
                copies(problems, request.cc()),
                checked(problems, "language", InvitationRules::language, request.language()));
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return terms;
    }

    private static <T> T checked(List<Problem> problems, String field, Function<String, T> check, String typed) {
        try {
            return check.apply(typed);
        } catch (IllegalArgumentException refused) {
            problems.add(new Problem(field, "invalid-" + field, refused.getMessage()));
            return null;
        }
    }

    private static String name(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String name = typed.strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has at most 256 characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name is one line without control characters.");
        }
        return withoutOverrides(name);
    }

    private static String message(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String message = typed.strip().replace("\r\n", "\n").replace('\r', '\n');
        if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("A message has at most 2,000 characters.");
        }
        if (message.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t')) {
            throw new IllegalArgumentException("A message is plain text without control characters.");
        }
        return withoutOverrides(message);
    }

    private static String withoutOverrides(String text) {
        if (DIRECTION_OVERRIDES.matcher(text).find()) {
            throw new IllegalArgumentException("Characters that turn the direction of text around cannot be used.");
        }
        return text;
    }

    private URI redirectUrl(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return RedirectOrigins.of(settings).allowed(typed.strip());
    }

    private static Locale language(String typed) {
        if (typed == null || typed.isBlank()) {
            return DEFAULT_LANGUAGE;
        }
        Locale locale = Locale.forLanguageTag(typed.strip());
        if (locale.getLanguage().isEmpty() || locale.toLanguageTag().length() > LONGEST_LANGUAGE) {
            throw new IllegalArgumentException("This is not a language like en or de-AT.");
        }
        return locale;
    }

    private static List<EmailAddress> copies(List<Problem> problems, List<String> typed) {
        if (typed == null) {
            return List.of();
        }
        List<String> given = typed.stream().filter(address -> address != null && !address.isBlank()).toList();
        if (given.size() > MOST_COPIES) {
            problems.add(new Problem("cc", "too-many-copies", "At most 5 addresses get a copy."));
        }
        List<EmailAddress> copies = new ArrayList<>();
        given.forEach(address -> copies.add(checked(problems, "cc", EmailAddress::of, address)));
        return copies.contains(null) ? List.of() : copies.stream().distinct().toList();
    }

    private Memberships memberships(List<Problem> problems, InvitationRequest request) {
        Set<UUID> groups = ids(problems, "groups", request.groups(), directory::unknownGroups);
        Set<UUID> roles = ids(problems, "roles", request.roles(), directory::unknownRoles);
        if (groups.size() + roles.size() > MOST_MEMBERSHIPS) {
            problems.add(new Problem("groups", "too-many-memberships", "At most 20 groups and roles can be given with an invitation."));
        }
        return new Memberships(groups, roles, Set.of());
    }

    private static Set<UUID> ids(List<Problem> problems, String field, List<String> typed, Function<Set<UUID>, Set<UUID>> unknown) {
        var ids = new HashSet<UUID>();
        for (String id : typed == null ? List.<String>of() : typed) {
            checked(problems, field, text -> ids.add(uuid(text)), id);
        }
        if (!ids.isEmpty() && !unknown.apply(ids).isEmpty()) {
            problems.add(new Problem(field, "unknown-" + field, "One of the chosen " + field + " does not exist (any more)."));
        }
        return ids;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("This does not exist.", notAnId);
        }
    }
}
