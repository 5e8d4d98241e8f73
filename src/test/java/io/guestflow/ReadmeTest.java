package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's tables and pictures are those of the program. */
class ReadmeTest {

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void namesEveryBoxWithItsClassAndNoOther() throws IOException {
        Set<String> boxes = new TreeSet<>();
        for (Path model : files("bpmn")) {
            Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(ServiceTask.class).forEach(box -> boxes.add(box.getId()));
        }
        List<String> rows = rows("| element | class");

        assertThat(firstCells(rows)).isEqualTo(boxes);
        assertThat(rows).allSatisfy(row -> assertThat(quoted(cell(row, 0))).allSatisfy(
                box -> assertThat(quoted(cell(row, 1))).containsExactly(box.replaceFirst("_.*", ""))));
    }

    @Test
    void namesEveryVariableThatTheModelsReadOrTheProgramWrites() throws IOException {
        Set<String> variables = new TreeSet<>();
        for (Path source : files("src/main/java/io/guestflow/onboarding")) {
            Pattern.compile("class Variables \\{(.*?)private Variables", Pattern.DOTALL).matcher(Files.readString(source)).results()
                    .flatMap(body -> Pattern.compile("\"(\\w+)\"").matcher(body.group(1)).results())
                    .forEach(name -> variables.add(name.group(1)));
        }

        assertThat(firstCells(rows("| variable | kept"))).isEqualTo(variables);
    }

    @Test
    void explainsEveryConfigurationKey() throws IOException {
        JsonNode metadata = new ObjectMapper().readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json").toFile());
        Set<String> keys = new TreeSet<>();
        metadata.get("properties").forEach(property -> keys.add(property.get("name").asText()));

        assertThat(firstCells(rows("| key | default"))).filteredOn(key -> key.startsWith("guestflow.")).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void showsPicturesThatExist() {
        assertThat(Pattern.compile("\\(((?:src|bpmn)/[^)]+)\\)").matcher(readme).results().map(match -> match.group(1)))
                .isNotEmpty().allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    private static List<String> rows(String heading) {
        List<String> rows = new ArrayList<>();
        readme.lines().dropWhile(line -> !line.startsWith(heading)).skip(2).takeWhile(line -> line.startsWith("|")).forEach(rows::add);
        return rows;
    }

    private static Set<String> firstCells(List<String> rows) {
        return new TreeSet<>(rows.stream().flatMap(row -> quoted(cell(row, 0))).toList());
    }

    private static String cell(String row, int number) {
        return row.split("\\|")[number + 1];
    }

    private static Stream<String> quoted(String text) {
        return Pattern.compile("`([^`]+)`").matcher(text).results().map(MatchResult::group).map(name -> name.replace("`", ""));
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
