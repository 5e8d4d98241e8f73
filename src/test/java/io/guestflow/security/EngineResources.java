package io.guestflow.security;

import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** What Jersey's own model says of the resources that the engine's interfaces are made of. */
final class EngineResources {

    private EngineResources() {
    }

    static Stream<Endpoint> of(String servlet, Class<?> root) {
        return Resource.getPath(root) == null ? Stream.empty() : below(servlet, Resource.from(root));
    }

    private static Stream<Endpoint> below(String parent, Resource resource) {
        String path = join(parent, resource.getPath());
        ResourceMethod locator = resource.getResourceLocator();
        Stream<Endpoint> located = locator == null ? Stream.empty()
                : below(path, Resource.from(locator.getInvocable().getRawResponseType()));
        return Stream.of(resource.getResourceMethods().stream().map(method -> new Endpoint(method.getHttpMethod(), path)),
                resource.getChildResources().stream().flatMap(child -> below(path, child)), located).flatMap(endpoints -> endpoints);
    }

    private static String join(String parent, String path) {
        List<String> parts = Stream.of((parent + '/' + (path == null ? "" : path)).split("/")).filter(part -> !part.isEmpty()).toList();
        return '/' + String.join("/", parts);
    }
}
