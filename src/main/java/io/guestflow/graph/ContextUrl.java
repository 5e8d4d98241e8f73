package io.guestflow.graph;

import io.guestflow.guest.Settings;

/** Says in an answer what it is (OData JSON 4.01 section 4.6.1). */
final class ContextUrl {

    static final String PROPERTY = "@odata.context";

    private ContextUrl() {
    }

    /** @param what the name of a list, with {@code /$entity} behind it for one of its entries, or of a type */
    static String of(Settings settings, String what) {
        return settings.link(Edge.API + "/$metadata#" + what).toString();
    }
}
