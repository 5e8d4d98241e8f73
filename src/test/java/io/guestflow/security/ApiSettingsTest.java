package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.ApiClient;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Signature;
import io.guestflow.guest.WrongSetting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApiSettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> TWO_CLIENTS = Map.of(
            "guestflow.api.clients[0].id", "crm", "guestflow.api.clients[0].secret", SECRET,
            "guestflow.api.clients[0].scopes", "User.Invite.All,User.Read.All",
            "guestflow.api.clients[0].display-name", "Customer care", "guestflow.api.clients[0].reply-to", "care@contoso.example",
            "guestflow.api.clients[1].id", "backup.job_2", "guestflow.api.clients[1].secret", SECRET);

    @Test
    void nobodyMayCallTheApiUnlessTheOperatorSaysSo() {
        assertThat(settings(Map.of()).clients()).isEmpty();
    }

    @Test
    void aClientIsShownToGuestsAsTheOperatorWantsOrByItsId() {
        var clients = new ConfiguredClients(settings(Map.of()));
        assertThat(clients.find("of-another-issuer")).isEqualTo(new ApiClient("of-another-issuer", "of-another-issuer", null));

        clients = new ConfiguredClients(settings(TWO_CLIENTS));
        assertThat(clients.find("crm")).isEqualTo(new ApiClient("crm", "Customer care", EmailAddress.of("care@contoso.example")));
        assertThat(clients.find("backup.job_2")).isEqualTo(new ApiClient("backup.job_2", "backup.job_2", null));
    }

    @Test
    void noSecretShowsWhereSettingsArePrinted() {
        assertThat(settings(TWO_CLIENTS).toString()).contains("crm").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "clients[0].id           | ''                       | must be a word of at most 64 letters, digits, dots, hyphens and underscores.",
        "clients[0].id           | two words                | must be a word of at most 64 letters, digits, dots, hyphens and underscores.",
        "clients[1].id           | crm                      | must not be that of another client.",
        "clients[0].secret       | 0123456789abcdef01234567 | must have at least 32 bytes.",
        "clients[0].display-name | ' '                      | must be one line of text.",
        "clients[1].reply-to     | nowhere                  | must be a mail address like events@example.org."})
    void everyWrongSettingIsToldInOneSentence(String key, String value, String sentence) {
        Map<String, String> settings = new HashMap<>(TWO_CLIENTS);
        settings.put("guestflow.api." + key, value);

        assertThatThrownBy(() -> settings(settings)).rootCause().isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api." + key + " " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "PT25H"})
    void tokensLiveForADayAtMostBecauseNothingCallsThemBack(String life) {
        assertThat(settings(Map.of()).tokenValidFor()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> settings(Map.of("guestflow.api.token-valid-for", life))).rootCause().isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api.token-valid-for must be a positive duration of at most 24 hours, like PT1H.");
    }

    @Test
    void whereTokensAreIssuedAProgramNeedsASecretAndSomethingToDo() {
        var withoutSecret = settings(Map.of("guestflow.api.clients[0].id", "crm", "guestflow.api.clients[0].scopes", "User.Read.All"));
        var withoutScope = settings(Map.of("guestflow.api.clients[0].id", "crm", "guestflow.api.clients[0].secret", SECRET));
        var hashes = new SecretHashes(new Signature(List.of(SECRET)));

        assertThatThrownBy(() -> new RegisteredPrograms(withoutSecret, hashes)).isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api.clients[0].secret must be set, with at least 32 bytes.");
        assertThatThrownBy(() -> new RegisteredPrograms(withoutScope, hashes)).isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api.clients[0].scopes must name what the client may do.");
    }

    @Test
    void ofASecretOnlyItsHashIsKept() {
        var hashes = new SecretHashes(new Signature(List.of(SECRET, "the secret of the installation before")));
        var client = new RegisteredPrograms(settings(Map.of("guestflow.api.clients[0].id", "crm", "guestflow.api.clients[0].secret", SECRET,
                "guestflow.api.clients[0].scopes", "User.Read.All")), hashes).findByClientId("crm");

        assertThat(client.getClientSecret()).matches("[0-9a-f]{64}");
        assertThat(hashes.matches(SECRET, client.getClientSecret())).isTrue();
        assertThat(hashes.matches(SECRET + " ", client.getClientSecret())).isFalse();
    }

    @Test
    void anUnknownScopeIsToldWithTheKnownOnes() {
        Map<String, String> settings = new HashMap<>(TWO_CLIENTS);
        settings.put("guestflow.api.clients[0].scopes", "User.Invite.All,Mail.Send");

        assertThatThrownBy(() -> settings(settings)).rootCause().isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api.clients[0].scopes must be among User.Invite.All, User.Read.All, User.ReadWrite.All, "
                        + "Group.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All, AuditLog.Read.All, Policy.ReadWrite.Authorization.");
    }

    private static ApiSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("guestflow.api", ApiSettings.class);
    }
}
