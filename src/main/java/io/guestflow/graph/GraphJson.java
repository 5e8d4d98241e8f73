package io.guestflow.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.guestflow.guest.Sent;
import java.io.IOException;

/**
 * Reads what comes in: every property is known, once there, and of its type, so that a slip is told instead of swallowed. Notes about
 * types and sources (OData JSON 4.01 section 4.5), which clients add everywhere, are let pass; a binding asks for something and is not.
 */
final class GraphJson {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 40;

    private GraphJson() {
    }

    static JsonMapper mapper() {
        var factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER).build()).build();
        JsonMapper.Builder mapper = JsonMapper.builder(factory).addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addHandler(new NotesPass());
        for (CoercionInputShape other : new CoercionInputShape[] {CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean}) {
            mapper.withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(other, CoercionAction.Fail));
        }
        return mapper.build();
    }

    private static class NotesPass extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean,
                                             String name) throws IOException {
            boolean note = Sent.isNote(name);
            if (note) {
                parser.skipChildren();
            }
            return note;
        }
    }
}
