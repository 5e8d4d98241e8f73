package io.guestflow.guest;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks of single values of a JSON object; each throws {@link IllegalArgumentException} with a sentence for the caller. */
final class SentValues {

    static final int MOST_OTHER_MAILS = 250;
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private SentValues() {
    }

    /** A line of text; null and blanks clear it. */
    static Function<Object, String> line(int longest) {
        return value -> {
            String line = InvitationTexts.line(text(value));
            if (line != null && line.length() > longest) {
                throw new IllegalArgumentException("This has at most " + longest + " characters.");
            }
            return line;
        };
    }

    /** As the check says, but never cleared. */
    static <T> Function<Object, T> required(Function<Object, T> check) {
        return value -> {
            T checked = check.apply(value);
            if (checked == null) {
                throw new IllegalArgumentException("This is needed and cannot be cleared.");
            }
            return checked;
        };
    }

    static Function<Object, String> oneOf(String... words) {
        return value -> {
            if (value == null || Arrays.asList(words).contains(text(value))) {
                return text(value);
            }
            throw new IllegalArgumentException("This is one of " + String.join(", ", words) + ".");
        };
    }

    static String text(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException("This is a text.");
    }

    static Boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("This is either true or false.");
    }

    static List<String> texts(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException("This is a list of texts.");
    }

    static String onlyPhone(Object value) {
        List<String> phones = texts(value);
        if (phones.size() > 1) {
            throw new IllegalArgumentException("This holds at most one number.");
        }
        return phones.isEmpty() ? null : line(ProfileField.LONGEST_PHONE).apply(phones.get(0));
    }

    static EmailAddress mail(Object value) {
        return value == null ? null : EmailAddress.of(text(value));
    }

    static List<EmailAddress> otherMails(Object value) {
        List<EmailAddress> mails = texts(value).stream().map(EmailAddress::of).toList();
        if (mails.size() > MOST_OTHER_MAILS) {
            throw new IllegalArgumentException("These are at most 250 addresses.");
        }
        if (mails.stream().distinct().count() < mails.size()) {
            throw new IllegalArgumentException("One address is there twice.");
        }
        return mails;
    }

    /** A language tag by BCP 47, in its usual spelling. */
    static String language(Object value) {
        try {
            String tag = line(InvitationTexts.LONGEST_LANGUAGE).apply(value);
            return tag == null ? null : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException noLanguage) {
            throw new IllegalArgumentException("This is not a language like en or de-AT.", noLanguage);
        }
    }

    static String country(Object value) {
        String country = text(value);
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("This is a country's code of two letters, like AT.");
        }
        return country == null ? null : country.toUpperCase(Locale.ROOT);
    }
}
