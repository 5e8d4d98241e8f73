package io.guestflow.faults;

import io.guestflow.installation.Posted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the dispatch log with what the mail server has. A program that dies between the server's 250 and the log is the one case in which
 * a letter arrives twice, with the same Message-ID; {@link #repeated} counts these.
 */
final class PostCheck {

    /** The log's moment is taken before its row is written. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final List<LoggedLetter> log;
    private final Map<String, List<Posted>> arrived;
    private final Set<String> known;

    /** @param arrived what the mail server has, by recipient */
    PostCheck(JdbcClient database, Map<String, List<Posted>> arrived) {
        this.log = database.sql(LoggedLetter.SELECT).query(LoggedLetter::of).list();
        this.arrived = arrived.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(PostCheck::key));
        this.known = new HashSet<>(database.sql("select cast(id as varchar(36)) from invitation").query(String.class).list());
    }

    List<String> findings() {
        var findings = new ArrayList<String>();
        log.forEach(letter -> findings.addAll(findings(letter, arrived.getOrDefault(letter.key(), List.of()))));
        Set<String> noted = log.stream().map(LoggedLetter::key).collect(Collectors.toSet());
        arrived.keySet().stream().filter(key -> !noted.contains(key) && known.contains(key.split("\\.")[0]))
                .forEach(key -> findings.add("letter-was-never-noted: " + key));
        return findings;
    }

    /** Letters that arrived more than once, all within the one window that there is. */
    long repeated() {
        return arrived.values().stream().filter(copies -> copies.size() > 1).count();
    }

    /** Letters that left just before the program died and were dropped before the next try could note it. */
    long leftUnnoted() {
        return log.stream().filter(letter -> isDroppedMidway(letter) && arrived.containsKey(letter.key())).count();
    }

    private static List<String> findings(LoggedLetter letter, List<Posted> copies) {
        boolean lost = letter.isSent() && copies.isEmpty();
        boolean unnoted = !letter.isSent() && !copies.isEmpty() && !isDroppedMidway(letter);
        boolean twiceInOneTry = copies.size() > letter.tries();
        boolean afterwards = letter.isSent() && copies.stream().skip(1).anyMatch(copy -> copy.arrived().isAfter(letter.changedAt().plus(MARGIN)));
        return Stream.of(lost ? "letter-is-said-to-be-sent-but-never-arrived" : "", unnoted ? "letter-arrived-but-is-not-said-to-be-sent" : "",
                twiceInOneTry ? "letter-arrived-more-often-than-it-was-tried" : "", afterwards ? "letter-was-sent-again-after-it-was-noted" : "")
                .filter(finding -> !finding.isEmpty()).map(finding -> finding + ": " + letter.key()).toList();
    }

    private static boolean isDroppedMidway(LoggedLetter letter) {
        return letter.state().equals("DROPPED") && letter.tries() > 0;
    }

    private static String key(Posted letter) {
        return letter.messageId().replaceAll("^<|@.*", "");
    }
}
