package io.guestflow.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is measured, in the order of the report. */
enum Part {

    ENGINE("Against the bare engine", AgainstEngine::new),
    KEYCLOAK("Against Keycloak", AgainstKeycloak::new),
    GROWTH("Growth", Growth::new),
    LETTERS("Letters and memory", LettersAndMemory::new),
    START("Start", Starts::new);

    private final String title;
    private final Function<Scale, Measurement> measurement;

    Part(String title, Function<Scale, Measurement> measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /** @param names in small letters, with commas between them; blank for all */
    static List<Part> of(String names) {
        return names.isBlank() ? List.of(values())
                : Stream.of(names.split(",")).map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT))).sorted().toList();
    }

    static String names() {
        return String.join(",", Arrays.stream(values()).map(part -> part.name().toLowerCase(Locale.ROOT)).toList());
    }

    String title() {
        return title;
    }

    Measurement measurement(Scale scale) {
        return measurement.apply(scale);
    }
}
