package io.guestflow.guest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Rules of the texts in an invitation; each check throws {@link IllegalArgumentException} with a sentence for the person. */
final class InvitationTexts {

    static final int LONGEST_NAME = 256;
    static final int LONGEST_MESSAGE = 2000;
    /** As RFC 5646 section 4.4.1 advises. */
    static final int LONGEST_LANGUAGE = 35;

    /** Characters that turn the direction of the text around them and so can make a name read as another. */
    private static final Pattern DIRECTION_OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    /** Surrogates without their other half, which no encoding can write. */
    private static final Pattern HALF_CHARACTERS = Pattern.compile("\\p{Cs}");
    private static final Locale DEFAULT_LANGUAGE = Locale.ENGLISH;

    private InvitationTexts() {
    }

    static String name(String typed) {
        String name = line(typed);
        if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has at most 256 characters.");
        }
        return name;
    }

    /** One line of any length; null if it is blank. */
    static String line(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String line = typed.strip();
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("This is one line without control characters.");
        }
        return readable(line);
    }

    static String message(String typed) {
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
        return readable(message);
    }

    static Locale language(String typed) {
        if (typed == null || typed.isBlank()) {
            return DEFAULT_LANGUAGE;
        }
        Locale locale = Locale.forLanguageTag(typed.strip());
        if (locale.getLanguage().isEmpty() || locale.toLanguageTag().length() > LONGEST_LANGUAGE) {
            throw new IllegalArgumentException("This is not a language like en or de-AT.");
        }
        return locale;
    }

    static boolean hasHalfCharacters(String text) {
        return HALF_CHARACTERS.matcher(text).find();
    }

    private static String readable(String text) {
        if (hasHalfCharacters(text)) {
            throw new IllegalArgumentException("This holds half a character.");
        }
        if (DIRECTION_OVERRIDES.matcher(text).find()) {
            throw new IllegalArgumentException("Characters that turn the direction of text around cannot be used.");
        }
        return text;
    }
}
