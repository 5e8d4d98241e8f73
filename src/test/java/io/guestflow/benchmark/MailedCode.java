package io.guestflow.benchmark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code in a letter: eight digits on a line of their own. */
final class MailedCode {

    private static final Pattern DIGITS = Pattern.compile("^\\s*(\\d{4})\\s?(\\d{4})\\s*$", Pattern.MULTILINE);

    private MailedCode() {
    }

    /** @param letter as it came over the line */
    static Optional<String> in(String letter) {
        Matcher digits = DIGITS.matcher(letter);
        return digits.find() ? Optional.of(digits.group(1) + digits.group(2)) : Optional.empty();
    }
}
