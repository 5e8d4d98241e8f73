package io.guestflow;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody whom the engine knows by a name and a password. */
public record StaffAccount(String user) {

    /** Everybody has it, as the first administrator in application-test.yaml. */
    public static final String PASSWORD = "Long-1-enough";
    public static final StaffAccount FIRST_ADMINISTRATOR = new StaffAccount("admin");

    /**
     * Somebody new.
     *
     * @param group null for none
     */
    public static StaffAccount in(String group, IdentityService identity) {
        User user = identity.newUser("user-" + UUID.randomUUID());
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        if (group != null) {
            identity.createMembership(user.getId(), group);
        }
        return new StaffAccount(user.getId());
    }

    public StaffSession signIn(MockMvc web) throws Exception {
        return StaffSession.of(web, user, PASSWORD);
    }
}
