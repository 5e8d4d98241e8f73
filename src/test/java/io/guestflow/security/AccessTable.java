package io.guestflow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who comes in where, as src/test/resources/security/access.txt has it; that file says how it is read. */
class AccessTable {

    private static final Path FILE = Path.of("src", "test", "resources", "security", "access.txt");

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

    private List<String> prefixes = List.of();
    private String strangers;
    private Set<String> known = Set.of();

    AccessTable() {
        try {
            Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void read(String line) {
        String[] words = line.trim().split("\\s+");
        List<String> rest = Arrays.asList(words).subList(2, words.length);
        switch (words[0]) {
            case "let" -> groups.put(words[1], people(rest.subList(1, rest.size())));
            case "under" -> prefixes = List.of(words[1].split(","));
            case "strangers" -> strangers = words[1];
            case "known" -> known = people(Arrays.asList(words).subList(1, words.length));
            default -> prefixes.forEach(prefix -> rows.add(new Row(List.of(words[0].split(",")),
                    PathPatternParser.defaultInstance.parse(prefix.equals("/") ? words[1] : prefix + words[1]), people(rest), known, strangers)));
        }
    }

    private Set<String> people(List<String> names) {
        var people = new LinkedHashSet<String>();
        names.forEach(name -> people.addAll(groups.getOrDefault(name, Set.of(name))));
        return people;
    }

    /** Everybody whom the table names. */
    Set<String> people() {
        return groups.get("everybody");
    }

    List<Row> rows() {
        return rows;
    }

    /** The first row that fits. */
    Optional<Row> rowOf(Endpoint endpoint) {
        return rows.stream().filter(row -> row.fits(endpoint)).findFirst();
    }

    /**
     * One line of the table.
     *
     * @param in        who comes in
     * @param known     who is told that they may not, instead of being asked to sign in
     * @param strangers what is answered to the others
     */
    record Row(List<String> methods, PathPattern path, Set<String> in, Set<String> known, String strangers) {

        boolean fits(Endpoint endpoint) {
            // the files that anybody may ask for are one door of this name; a door that is missing here must not pass for one of them
            boolean pattern = path.getPatternString().contains("*") && !path.getPatternString().equals("/**");
            boolean there = pattern ? path.matches(PathContainer.parsePath(endpoint.path())) : path.getPatternString().equals(endpoint.path());
            return there && (methods.contains("*") || methods.contains(endpoint.method()));
        }

        String outcomeFor(String caller) {
            return in.contains(caller) ? "in" : known.contains(caller) ? "403" : strangers;
        }

        @Override
        public String toString() {
            return methods + " " + path;
        }
    }
}
