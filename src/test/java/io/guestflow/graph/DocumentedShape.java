package io.guestflow.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what an answer has that the document does not tell of, or otherwise. */
class DocumentedShape {

    private final OpenAPI document;
    private final List<String> faults = new ArrayList<>();

    DocumentedShape(OpenAPI document) {
        this.document = document;
    }

    List<String> faults(String place, JsonNode value, Schema<?> schema) {
        compare(place, value, resolved(schema));
        return faults;
    }

    private Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return document.getComponents().getSchemas().get(schema.get$ref().replaceFirst(".*/", ""));
        }
        return schema;
    }

    private void compare(String place, JsonNode value, Schema<?> schema) {
        if (value.isNull()) {
            require(Boolean.TRUE.equals(schema.getNullable()), place + " is null");
        } else if (schema.getAllOf() != null) {
            compare(place, value, resolved(schema.getAllOf().get(0)));
        } else {
            switch (schema.getType()) {
                case "object" -> compareProperties(place, value, schema);
                case "array" -> value.forEach(item -> compare(place + "[]", item, resolved(schema.getItems())));
                case "boolean" -> require(value.isBoolean(), place + " is no boolean");
                case "integer" -> require(value.isIntegralNumber(), place + " is no integer");
                default -> compareText(place, value, schema);
            }
        }
    }

    private void compareProperties(String place, JsonNode value, Schema<?> schema) {
        value.properties().forEach(property -> {
            Schema<?> known = schema.getProperties().get(property.getKey());
            require(known != null, place + "." + property.getKey() + " is not in the document");
            if (known != null) {
                compare(place + "." + property.getKey(), property.getValue(), resolved(known));
            }
        });
        if (schema.getRequired() != null) {
            schema.getRequired().forEach(needed -> require(value.has(needed), place + "." + needed + " is missing"));
        }
    }

    private void compareText(String place, JsonNode value, Schema<?> schema) {
        require(value.isTextual(), place + " is no text");
        require(schema.getEnum() == null || schema.getEnum().contains(value.asText()), place + " is another word: " + value);
        require(schema.getMaxLength() == null || value.asText().length() <= schema.getMaxLength(), place + " is too long");
        require(hasFormat(value.asText(), schema.getFormat()), place + " has not the format " + schema.getFormat() + ": " + value);
    }

    private static boolean hasFormat(String text, String format) {
        try {
            Map.<String, Runnable>of("uuid", () -> UUID.fromString(text), "date-time", () -> Instant.parse(text), "uri", () -> URI.create(text))
                    .getOrDefault(String.valueOf(format), () -> { }).run();
            return true;
        } catch (IllegalArgumentException | DateTimeParseException other) {
            return false;
        }
    }

    private void require(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
