package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.TestGuests;
import io.guestflow.guest.WrongSetting;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern SHOWN = Pattern.compile("as admin with the password (\\S+)");
    private static final String CONFIGURED = "Way-back-in-1";

    private ProcessEngine engine;
    private IdentityService identity;

    @BeforeEach
    void startOnAnEmptyDatabase() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setGeneralResourceWhitelistPattern("[a-z-]+");
        engine = configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .setProcessEngineName("first-administrator").setEnablePasswordPolicy(true).buildProcessEngine();
        identity = engine.getIdentityService();
        for (String group : new String[] {StaffRole.GLOBAL_ADMINISTRATOR.group(), Groups.CAMUNDA_ADMIN}) {
            identity.saveGroup(identity.newGroup(group));
        }
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void isShownAGeneratedPasswordOnceAndGetsInWithIt(CapturedOutput console) {
        ensure(null);
        Matcher shown = SHOWN.matcher(console.getOut());

        assertThat(shown.find()).isTrue();
        assertThat(identity.checkPassword("admin", shown.group(1))).isTrue();
        assertThat(identity.createUserQuery().memberOfGroup(StaffRole.GLOBAL_ADMINISTRATOR.group()).list()).extracting("id").containsExactly("admin");
        assertThat(shown.find()).isFalse();
    }

    @Test
    void isNotShownAnythingAtTheNextStart(CapturedOutput console) {
        ensure(null);
        int firstStart = console.getOut().length();

        ensure(null);

        assertThat(console.getOut().substring(firstStart)).isEmpty();
    }

    @Test
    void getsBackInWithAConfiguredPasswordThatNobodyIsShown(CapturedOutput console) {
        ensure(null);
        int firstStart = console.getOut().length();

        ensure(CONFIGURED);

        assertThat(identity.checkPassword("admin", CONFIGURED)).isTrue();
        assertThat(console.getOut().substring(firstStart)).doesNotContain(CONFIGURED);
    }

    @Test
    void isNotMadeWhereSomebodyElseAdministersAlready(CapturedOutput console) {
        identity.saveUser(identity.newUser("grace"));
        identity.createMembership("grace", StaffRole.GLOBAL_ADMINISTRATOR.group());

        ensure(null);

        assertThat(identity.createUserQuery().userId("admin").count()).isZero();
        assertThat(console.getOut()).doesNotContain("password");
    }

    @Test
    void mayNotHaveAWeakPassword() {
        assertThatThrownBy(() -> ensure("admin")).isInstanceOf(WrongSetting.class).hasMessageStartingWith("guestflow.first-administrator.password ");
        assertThat(identity.createUserQuery().userId("admin").count()).isZero();
    }

    @Test
    void keepsCamundasOwnSetUpPageShut() {
        ensure(CONFIGURED);

        assertThat(identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list()).extracting("id").containsExactly("admin");
    }

    private void ensure(String password) {
        new FirstAdministrator(identity, new FirstAdministratorSettings("admin", password), TestGuests.settings()).ensure();
    }
}
