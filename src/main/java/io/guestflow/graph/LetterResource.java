package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.Letter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A letter as programs read it; Microsoft Graph has none. */
@Schema(name = "Letter")
record LetterResource(String id, String purpose, String state, Instant stateDateTime, String recipient, String serverAnswer, int tries,
                      Instant queuedDateTime) {

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    static LetterResource of(Letter letter) {
        return new LetterResource(letter.key().purpose().name().toLowerCase(Locale.ROOT) + "-" + letter.key().ordinal(), word(letter.key().purpose()),
                word(letter.state()), seconds(letter.changedAt()), letter.recipient(), letter.serverAnswer(), letter.tries(),
                seconds(letter.queuedAt()));
    }

    /** As Microsoft Graph writes constants: GIVEN_UP is givenUp. */
    private static String word(Enum<?> constant) {
        return NEXT_WORD.matcher(constant.name().toLowerCase(Locale.ROOT)).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The letters of one invitation. */
    @Schema(name = "LetterCollection")
    record Collection(@JsonProperty(ContextUrl.PROPERTY) String context, List<LetterResource> value) {
    }
}
