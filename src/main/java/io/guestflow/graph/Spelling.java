package io.guestflow.graph;

import io.guestflow.guest.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings what Microsoft Graph understands into the one spelling that the parser of OData does: functions, operators and properties in any
 * case of letters, blanks where they may be left out, and dates without a time. What stands in quotation marks is left alone.
 */
class Spelling {

    static final int DEEPEST = 20;
    static final int MOST_CONDITIONS = 100;

    private static final Set<String> FUNCTIONS = Set.of("startswith", "endswith", "contains", "any");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "in", "asc", "desc",
            "true", "false", "null");
    private static final Set<String> CONNECTING = Set.of("and", "or", "not", "any");

    private static final Pattern WORD = Pattern.compile("(?<![\\w/.@$-])[A-Za-z]\\w*+(?:/[A-Za-z]\\w*+)*+");
    private static final Pattern CALL = Pattern.compile("([A-Za-z]\\w*)\\(");
    private static final Pattern OPERATOR_BEFORE_BRACKET = Pattern.compile("\\b(not|and|or|in)\\(");
    private static final Pattern LAMBDA = Pattern.compile("\\bany\\(\\s*(\\w+)\\s*:\\s*");
    private static final Pattern DATE = Pattern.compile("(?<![\\w:.-])(\\d{4}-\\d{2}-\\d{2})(?![\\w:.-])");

    private final String option;
    private final Map<String, String> properties;

    /** @param properties usual spelling by lower case */
    Spelling(String option, Map<String, String> properties) {
        this.option = option;
        this.properties = properties;
    }

    /**
     * @throws Refused           if brackets or quotation marks are not closed, or there is too much of them
     * @throws UnsupportedOption if a function is called that is not offered
     */
    String normal(String text) {
        String[] parts = text.strip().split("'", -1);
        if (parts.length % 2 == 0) {
            throw new Refused(option, "malformed-option", "A quotation mark is not closed.");
        }
        String outside = IntStream.range(0, parts.length).filter(i -> i % 2 == 0).mapToObj(i -> parts[i]).collect(Collectors.joining("''"));
        requireModest(outside);
        return IntStream.range(0, parts.length).mapToObj(i -> i % 2 == 0 ? normalPart(parts[i]) : parts[i]).collect(Collectors.joining("'"));
    }

    /** @param outside what does not stand in quotation marks */
    void requireModest(String outside) {
        int depth = 0;
        for (char one : outside.toCharArray()) {
            depth += one == '(' ? 1 : one == ')' ? -1 : 0;
            if (depth < 0 || depth > DEEPEST) {
                throw new Refused(option, "too-deep", "Brackets are not opened and closed one by one, or are more than " + DEEPEST + " deep.");
            }
        }
        long connections = WORD.matcher(outside).results().map(MatchResult::group).filter(word -> CONNECTING.contains(lower(word))).count();
        if (connections >= MOST_CONDITIONS) {
            throw new Refused(option, "too-long", "There are more than " + MOST_CONDITIONS + " conditions.");
        }
    }

    private String normalPart(String part) {
        String words = WORD.matcher(part).replaceAll(word -> Matcher.quoteReplacement(normalWord(word.group())));
        String spaced = OPERATOR_BEFORE_BRACKET.matcher(words).replaceAll("$1 (");
        String tight = LAMBDA.matcher(spaced).replaceAll("any($1:");
        requireKnownFunctions(tight);
        return DATE.matcher(tight).replaceAll("$1T00:00:00Z");
    }

    private String normalWord(String word) {
        String lower = lower(word);
        if (FUNCTIONS.contains(lower) || OPERATORS.contains(lower)) {
            return lower;
        }
        return Arrays.stream(word.split("/")).map(this::normalStep).collect(Collectors.joining("/"));
    }

    private String normalStep(String step) {
        String lower = lower(step);
        return properties.getOrDefault(lower, FUNCTIONS.contains(lower) ? lower : step);
    }

    private static void requireKnownFunctions(String part) {
        CALL.matcher(part).results().map(call -> call.group(1)).filter(name -> !FUNCTIONS.contains(name)).findFirst().ifPresent(name -> {
            throw new UnsupportedOption(name);
        });
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
