package io.guestflow.security;

import io.guestflow.guest.Settings;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the first administrator at the very first start, and lets the configured password in at every start. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int PASSWORD_BYTES = 15;

    private final IdentityService identity;
    private final FirstAdministratorSettings settings;
    private final Settings guestflow;

    FirstAdministrator(IdentityService identity, FirstAdministratorSettings settings, Settings guestflow) {
        this.identity = identity;
        this.settings = settings;
        this.guestflow = guestflow;
    }

    void ensure() {
        User known = identity.createUserQuery().userId(settings.id()).singleResult();
        if (known == null) {
            add();
        } else if (settings.password() != null) {
            known.setPassword(settings.password());
            identity.saveUser(known);
            identity.unlockUser(settings.id());
        }
    }

    private void add() {
        String password = settings.password() == null ? generated() : settings.password();
        User user = identity.newUser(settings.id());
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.setEmail(settings.id() + "@" + guestflow.organization().domain());
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(settings.id(), StaffRole.GLOBAL_ADMINISTRATOR.group());
        // while this group of the engine has no member, Camunda's web applications offer to make one
        identity.createMembership(settings.id(), Groups.CAMUNDA_ADMIN);
        if (settings.password() == null) {
            LOG.info("""


                    +--------------------------------------------------------------+
                      Sign in at {}
                      as {} with the password {}
                      It is shown this once. Lost it? Start once with
                      guestflow.first-administrator.password set.
                    +--------------------------------------------------------------+
                    """, guestflow.link("/login"), settings.id(), password);
        }
    }

    private static String generated() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
