package io.guestflow.guest;

import java.time.Duration;

/** A configuration key has a value that Guestflow cannot work with; it stops the start. */
public class WrongSetting extends RuntimeException {

    /** Half the time to live of the process models: history that is removed counts from the start of an instance. */
    static final Duration LONGEST_LIFE = Duration.ofDays(90);

    public WrongSetting(String key, String sentence) {
        super(key + " " + sentence + ".");
    }

    static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new WrongSetting(key, "must be a positive duration like PT30M or P30D");
        }
    }

    static void requireLife(String key, Duration value) {
        requirePositive(key, value);
        if (value.compareTo(LONGEST_LIFE) > 0) {
            throw new WrongSetting(key, "must not exceed 90 days, half the time to live of the process models");
        }
    }
}
