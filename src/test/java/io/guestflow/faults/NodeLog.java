package io.guestflow.faults;

import io.guestflow.installation.Node;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator reads of a node. */
record NodeLog(List<String> lines) {

    private static final Pattern STEP = Pattern.compile("\\s+at [\\w.$]+\\(.*");
    private static final Pattern COMPLAINT = Pattern.compile("\\S+ +(WARN|ERROR) .*");

    static NodeLog of(Node node) {
        return new NodeLog(node.log().lines().toList());
    }

    /** What came later than the first lines. */
    NodeLog since(NodeLog earlier) {
        return new NodeLog(lines.subList(earlier.lines.size(), lines.size()));
    }

    /** Lines of stack traces. */
    List<String> steps() {
        return lines.stream().filter(line -> STEP.matcher(line).matches()).toList();
    }

    /** Warnings and errors. */
    List<String> complaints() {
        return lines.stream().filter(line -> COMPLAINT.matcher(line).matches()).toList();
    }
}
