package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.Apps.App;
import io.guestflow.guest.Settings;
import java.net.URI;
import java.util.UUID;

/** An app as Microsoft Graph answers a service principal. */
record CreatedApp(@JsonProperty("@odata.context") String context, UUID id, UUID appId, String displayName, String notes, URI homepage,
                  String servicePrincipalType) {

    static CreatedApp of(App app, Settings settings) {
        return new CreatedApp(settings.link("/v1.0/$metadata#servicePrincipals/$entity").toString(), app.id(), app.id(), app.name(),
                app.description(), app.url(), "Application");
    }
}
