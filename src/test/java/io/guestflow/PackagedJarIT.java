package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators get tells what is in it (CycloneDX), so that they can look up what becomes known about its parts. */
class PackagedJarIT {

    @Test
    void namesTheLibrariesThatItBringsAlongAndNoneOfTheTests() throws IOException {
        List<String> named = components("META-INF/sbom/application.cdx.json");

        assertThat(named).contains("camunda-engine", "spring-security-web", "tomcat-embed-core", "h2", "postgresql")
                .doesNotContain("junit-jupiter", "archunit-junit5");
        assertThat(libraries()).allMatch(library -> named.stream().anyMatch(name -> library.startsWith(name + "-")));
    }

    @Test
    void namesThePackagesThatItsScriptsAreBundledFrom() throws IOException {
        assertThat(components("META-INF/sbom/frontend.cdx.json")).contains("@bpmn-io/form-js-viewer", "swagger-ui-dist").doesNotContain("esbuild");
    }

    private static List<String> components(String bill) throws IOException {
        try (JarFile jar = jar(); InputStream content = jar.getInputStream(jar.getEntry(bill))) {
            return Stream.of(new ObjectMapper().readTree(content).get("components")).flatMap(all -> all.findValues("name").stream())
                    .map(JsonNode::asText).toList();
        }
    }

    private static List<String> libraries() throws IOException {
        try (JarFile jar = jar()) {
            return jar.stream().map(entry -> entry.getName()).filter(name -> name.matches("BOOT-INF/lib/.*\\.jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length())).toList();
        }
    }

    private static JarFile jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return new JarFile(built.filter(file -> file.getFileName().toString().matches("guestflow-[0-9.]+\\.jar")).findFirst().orElseThrow().toFile());
        }
    }
}
