package io.guestflow.guest;

import java.util.List;
import java.util.stream.Collectors;

/** Something that a person asked for cannot be done, with every reason; nothing has been changed. */
public class Refused extends RuntimeException {

    private final transient List<Problem> problems;

    public Refused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public Refused(String field, String code, String sentence) {
        this(List.of(new Problem(field, code, sentence)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
