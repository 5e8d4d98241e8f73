package io.guestflow.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;

/** Names of properties as a filter steps through them. */
final class Path {

    private Path() {
    }

    /** The names with slashes between them, without what stands for the item at the front. */
    static String of(Member member) {
        return of(member.getResourcePath().getUriResourceParts());
    }

    static String of(List<UriResource> steps) {
        return steps.stream().filter(step -> step.getKind() != UriResourceKind.lambdaVariable).map(Path::name).collect(Collectors.joining("/"));
    }

    private static String name(UriResource step) {
        return switch (step.getKind()) {
            case primitiveProperty, complexProperty -> step.getSegmentValue();
            default -> throw new UnsupportedOption(step.getSegmentValue());
        };
    }
}
