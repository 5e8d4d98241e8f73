package io.guestflow.security;

import static io.guestflow.StaffAccount.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.guestflow.AccessTokens;
import io.guestflow.StaffAccount;
import io.guestflow.guest.Scope;
import io.guestflow.portal.PortalBench;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** Everybody who may stand before a door, signed in as far as they can be, and with the tokens against forged posts. */
class Callers {

    static final String ANONYMOUS = "anonymous";
    static final String GUEST = "guest";
    static final String MEMBER_OF_NO_GROUP = "member-of-no-group";

    private final ProcessEngine engine;
    private final MockMvc web;
    private final PortalBench portal;
    private final int port;

    Callers(ProcessEngine engine, MockMvc web, PortalBench portal, @LocalServerPort int port) {
        this.engine = engine;
        this.web = web;
        this.portal = portal;
        this.port = port;
    }

    /** By name; each call of one makes somebody new. */
    Map<String, Supplier<Client>> all() {
        var all = new LinkedHashMap<String, Supplier<Client>>();
        all.put(ANONYMOUS, this::anonymous);
        all.put(GUEST, this::guest);
        all.put(MEMBER_OF_NO_GROUP, () -> staff(null));
        Arrays.stream(StaffRole.values()).forEach(role -> all.put(role.group(), () -> staff(role.group())));
        Arrays.stream(Scope.values()).forEach(scope -> all.put(scope.title(), () -> program(scope)));
        return all;
    }

    Client anonymous() {
        var somebody = new Client(port);
        return somebody.withPagesToken(somebody.formToken("/login")).withPortalToken(somebody.formToken("/sign-in/any"));
    }

    Client guest() {
        return anonymous().withCookie("guest", portal.signedIn(portal.invitedGuest()).cookie("guest"));
    }

    /** @param group null for none */
    Client staff(String group) {
        String user = StaffAccount.in(group, engine.getIdentityService()).user();
        Client one = anonymous();
        one.send("POST", "/login", "username=%s&password=%s&_csrf=%s".formatted(user, PASSWORD, URLEncoder.encode(one.pagesToken(), UTF_8)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        one.get("/camunda/app/welcome/" + engine.getName() + "/");
        return one.withPagesToken(one.formToken("/login"))
                .withPassword(Base64.getEncoder().encodeToString((user + ':' + PASSWORD).getBytes(UTF_8)));
    }

    private Client program(Scope scope) {
        return anonymous().withToken(AccessTokens.withScope(web, "directory-app", scope.title()));
    }
}
