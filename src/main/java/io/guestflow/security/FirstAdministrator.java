package io.guestflow.security;

import io.guestflow.guest.Settings;
import io.guestflow.guest.WrongSetting;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes the first administrator at the very first start, and lets the configured password in at every start. */
@Component
class FirstAdministrator {

    private static final int PASSWORD_BYTES = 15;
    /** One character of each kind that the engine's password policy asks for. */
    private static final String EVERY_KIND = "aZ7-";

    private final IdentityService identity;
    private final FirstAdministratorSettings settings;
    private final Settings guestflow;

    FirstAdministrator(IdentityService identity, FirstAdministratorSettings settings, Settings guestflow) {
        this.identity = identity;
        this.settings = settings;
        this.guestflow = guestflow;
    }

    void ensure() {
        if (settings.password() != null) {
            letIn(settings.password());
        } else if (identity.createUserQuery().memberOfGroup(StaffRole.GLOBAL_ADMINISTRATOR.group()).count() == 0
                && identity.createUserQuery().userId(settings.id()).count() == 0) {
            String password = generated();
            letIn(password);
            announce(password);
        }
        keepCamundasSetUpShut();
    }

    private void letIn(String password) {
        User known = identity.createUserQuery().userId(settings.id()).singleResult();
        User user = known == null ? named(identity.newUser(settings.id())) : known;
        if (!identity.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new WrongSetting("guestflow.first-administrator.password", "must have at least ten characters, among them a lower and an "
                    + "upper case letter, a digit and another character, and nothing of the administrator's id, name or address");
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(settings.id());
        join(settings.id(), StaffRole.GLOBAL_ADMINISTRATOR.group());
    }

    private User named(User user) {
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.setEmail(settings.id() + "@" + guestflow.organization().domain());
        return user;
    }

    /** While this group of the engine has no member, Camunda's web applications show a page that makes one instead of working. */
    private void keepCamundasSetUpShut() {
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            identity.createUserQuery().memberOfGroup(StaffRole.GLOBAL_ADMINISTRATOR.group()).listPage(0, 1)
                    .forEach(administrator -> join(administrator.getId(), Groups.CAMUNDA_ADMIN));
        }
    }

    private void join(String user, String group) {
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    /** To the console and not to the log, because logs are kept. */
    private void announce(String password) {
        System.out.printf("""

                +--------------------------------------------------------------+
                  Sign in at %s
                  as %s with the password %s
                  It is shown this once. Lost it? Start once with
                  guestflow.first-administrator.password set.
                +--------------------------------------------------------------+

                """, guestflow.link("/login"), settings.id(), password);
    }

    private static String generated() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + EVERY_KIND;
    }
}
