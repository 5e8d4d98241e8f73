package io.guestflow.graph;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Reads the bodies that this package's controllers ask for in the strict way of {@link GraphJson}; all others are read as ever. */
class GraphBodies extends MappingJackson2HttpMessageConverter {

    GraphBodies(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canRead(Type type, Class<?> controller, MediaType contentType) {
        return controller != null && controller.getPackageName().equals(GraphBodies.class.getPackageName())
                && super.canRead(type, controller, contentType);
    }

    @Override
    public boolean canRead(Class<?> type, MediaType contentType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType contentType) {
        return false;
    }
}
