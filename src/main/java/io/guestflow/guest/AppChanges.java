package io.guestflow.guest;

import static io.guestflow.guest.SentValues.line;
import static io.guestflow.guest.SentValues.required;

import io.guestflow.guest.Apps.App;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes and deletes the apps that guests find in My Apps. */
@Service
@Transactional
public class AppChanges {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_URL = 2000;

    private final AppRegister apps;
    private final AuditTrail audit;

    AppChanges(AppRegister apps, AuditTrail audit) {
        this.apps = apps;
        this.audit = audit;
    }

    /**
     * @param body displayName, description (or notes) and homepage, as Microsoft Graph's servicePrincipal has them
     * @throws Refused if one of them is wrong or missing, another one is there, or another app has the name
     */
    public App create(Map<String, Object> body) {
        var sent = new Sent(body);
        for (String needed : new String[] {"displayName", "homepage"}) {
            if (!sent.has(needed)) {
                sent.refuse(needed, "missing-" + needed, "An app needs this.");
            }
        }
        App app = changed(new App(NewId.next(), null, null, null), sent);
        apps.add(app);
        audit.record(AuditActivity.ADD_APP, null, app.id());
        return app;
    }

    /** Changes the properties that were sent, and no other. @throws NotFound if there is no such app */
    public void change(String id, Map<String, Object> body) {
        App app = changed(locked(id), new Sent(body));
        apps.update(app);
        audit.record(AuditActivity.UPDATE_APP, null, app.id());
    }

    /** @throws NotFound if there is no such app (any more) */
    public void delete(String id) {
        App app = locked(id);
        apps.delete(app.id());
        audit.record(AuditActivity.DELETE_APP, null, app.id());
    }

    private App locked(String id) {
        return ObjectIds.read(id).flatMap(apps::lock).orElseThrow(() -> new NotFound("app"));
    }

    private static App changed(App app, Sent sent) {
        String name = sent.has("displayName") ? sent.take("displayName", required(line(LONGEST_NAME))) : app.name();
        String described = sent.has("notes") ? "notes" : "description";
        String description = sent.has(described) ? sent.take(described, line(LONGEST_DESCRIPTION)) : app.description();
        URI url = sent.has("homepage") ? sent.take("homepage", required(AppChanges::homepage)) : app.url();
        sent.close();
        return new App(app.id(), name, description, url);
    }

    private static boolean isOfWebsite(URI url) {
        return url.getScheme() != null && url.getScheme().matches("(?i)https?") && url.getHost() != null && url.getUserInfo() == null;
    }

    /** Guests follow it by a click, so it leads to a website and to nothing else. */
    private static URI homepage(Object value) {
        String typed = line(LONGEST_URL).apply(value);
        try {
            URI url = typed == null ? null : new URI(typed);
            if (url != null && !isOfWebsite(url)) {
                throw new URISyntaxException(typed, "not of a website");
            }
            return url;
        } catch (URISyntaxException noWebsite) {
            throw new IllegalArgumentException("This is not the address of a website, like https://apps.example.org/.", noWebsite);
        }
    }
}
