package io.guestflow.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guestflow.guest.Settings;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Adds to what the code shows of the API what only words can say: names, meanings, limits, and the options that the code reads by itself.
 * Where both say something, the words count; paths and schemas without words are left out.
 */
class DocumentWords implements Consumer<OpenAPI> {

    private static final String HOME = "{home}";
    private static final String PARAMETERS = "parameters";
    private static final String REFERENCE = "$ref";

    private final Resource words;
    private final Settings settings;

    DocumentWords(Resource words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    @Override
    public void accept(OpenAPI document) {
        ObjectNode said = read();
        ObjectNode shown = Json.mapper().valueToTree(document);
        for (String selected : List.of("/paths", "/components/schemas")) {
            ((ObjectNode) shown.at(selected)).retain(names(said.at(selected)));
        }
        OpenAPI whole = Json.mapper().convertValue(complete(said, shown), OpenAPI.class);
        document.info(whole.getInfo()).tags(whole.getTags()).paths(whole.getPaths()).components(whole.getComponents());
    }

    private ObjectNode read() {
        try {
            String text = words.getContentAsString(StandardCharsets.UTF_8).replace(HOME, settings.link("").toString());
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(Integer.MAX_VALUE);
            return Json.mapper().convertValue(new Yaml(options).load(text), ObjectNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static ObjectNode complete(ObjectNode words, ObjectNode code) {
        if (!words.has(REFERENCE)) {
            code.properties().forEach(entry -> {
                JsonNode said = words.get(entry.getKey());
                if (said == null) {
                    words.set(entry.getKey(), entry.getValue());
                } else if (said instanceof ObjectNode object && entry.getValue() instanceof ObjectNode shown) {
                    complete(object, shown);
                } else if (entry.getKey().equals(PARAMETERS)) {
                    addPlaceholders((ArrayNode) said, entry.getValue());
                }
            });
        }
        return words;
    }

    /** The words have the options, the code has what stands in the path. */
    private static void addPlaceholders(ArrayNode said, JsonNode shown) {
        int place = 0;
        for (JsonNode parameter : shown) {
            if (parameter.path("in").asText().equals("path")) {
                said.insert(place++, parameter);
            }
        }
    }
}
