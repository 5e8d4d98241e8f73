package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void everythingHasADefault() {
        Settings settings = TestGuests.settings();

        assertThat(settings.invitation().validFor()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.invitation().reminders()).containsExactly(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14));
        assertThat(settings.invitation().reportAcceptance()).isTrue();
        assertThat(settings.invitation().redirectUrls()).isEmpty();
        assertThat(settings.passcode().validFor()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.session().validFor()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.removal().retention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.organization().privacyUrl()).isNull();
        assertThat(settings.ticket().secret()).isNull();
    }

    @Test
    void remindersComeInOrderAndOnce() {
        assertThat(TestGuests.settings("guestflow.invitation.reminders", "P7D,P1D,P7D").invitation().reminders())
                .containsExactly(Duration.ofDays(1), Duration.ofDays(7));
        assertThat(TestGuests.settings("guestflow.invitation.reminders", "").invitation().reminders()).isEmpty();
    }

    @Test
    void linksKeepThePathOfTheBaseUrl() {
        assertThat(TestGuests.settings("guestflow.base-url", "https://contoso.example/guests/").link("/redeem/x"))
                .hasToString("https://contoso.example/guests/redeem/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "base-url                  | guests.contoso.example                | must be an address like https://guests.example.org.",
            "base-url                  | ftp://guests.contoso.example          | must be an address like https://guests.example.org.",
            "base-url                  | https://user@guests.contoso.example   | must be an address like https://guests.example.org.",
            "base-url                  | https:///nowhere                      | must be an address like https://guests.example.org.",
            "organization.name         | ' '                                   | must be one line of text.",
            "organization.domain       | contoso example                       | must be a domain name like example.org.",
            "organization.privacy-url  | javascript:alert(1)                   | must be a web address.",
            "organization.terms-url    | terms.html                            | must be a web address.",
            "ticket.secret             | too short                             | must have at least 32 bytes.",
            "ticket.previous-secret    | too short                             | must have at least 32 bytes.",
            "invitation.valid-for      | PT0S                                  | must be a positive duration like PT30M or P30D.",
            "invitation.valid-for      | P91D                                  | must not exceed 90 days, half the time to live of the process models.",
            "invitation.reminders      | P3D,P30D                              | must all come before the expiry (guestflow.invitation.valid-for).",
            "invitation.reminders      | PT0S                                  | must all be positive durations.",
            "invitation.reminders      | -P1D                                  | must all be positive durations.",
            "invitation.redirect-urls  | brand.contoso.example                 | must all be addresses like https://apps.example.org.",
            "invitation.redirect-urls  | javascript:alert(1)                   | must all be addresses like https://apps.example.org.",
            "invitation.redirect-urls  | https://user@brand.contoso.example    | must all be addresses like https://apps.example.org.",
            "passcode.valid-for        | -PT1M                                 | must be a positive duration like PT30M or P30D.",
            "session.valid-for         | PT0S                                  | must be a positive duration like PT30M or P30D.",
            "removal.retention         | P91D                                  | must not exceed 90 days, half the time to live of the process models.",
            "removal.retention         | P0D                                   | must be a positive duration like PT30M or P30D."})
    void everyWrongSettingIsToldInOneSentence(String key, String value, String sentence) {
        assertThatThrownBy(() -> TestGuests.settings("guestflow." + key, value)).rootCause().isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow." + key + " " + sentence);
    }
}
