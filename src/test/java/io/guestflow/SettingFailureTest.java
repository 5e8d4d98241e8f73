package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Settings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An operator who mistypes a setting reads one line about it. */
@ExtendWith(OutputCaptureExtension.class)
class SettingFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "guestflow.passcode.valid-for=banana     | guestflow.passcode.valid-for cannot be read: 'banana' is not a valid duration.",
        "guestflow.invitation.reminders=P3D,P40D | guestflow.invitation.reminders must all come before the expiry (guestflow.invitation.valid-for).",
        "guestflow.ticket.secret=short           | guestflow.ticket.secret must have at least 32 bytes."})
    void isToldInOneLine(String setting, String line, CapturedOutput output) {
        Throwable stopped = startedWith(setting);

        assertThat(stopped).isNotNull();
        assertThat(output.getOut().lines()).contains(line);
    }

    private static Throwable startedWith(String setting) {
        var application = new SpringApplication(SettingsAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try {
            application.run("--" + setting).close();
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    @EnableConfigurationProperties(Settings.class)
    static class SettingsAlone {
    }
}
