package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guestflow.guest.WrongSetting;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MailSettings.Pool POOL = new MailSettings.Pool(8, MINUTE, 100);

    @Test
    void keepsALetterBackWhoseTemplateIsWrong() {
        var texts = new LetterTexts(new MailSettings(null, MINUTE, Locale.ENGLISH, 0, POOL));

        Undelivered undelivered = catchThrowableOfType(Undelivered.class,
                () -> texts.write("no-such-letter", Locale.ENGLISH, Map.of()));

        assertThat(undelivered.answer().words()).startsWith("The template mail/no-such-letter is wrong");
        assertThat(undelivered.answer().code()).isZero();
    }

    @Test
    void refusesSettingsThatLettersCannotBeSentWith() {
        assertThatThrownBy(() -> new MailSettings("nobody", MINUTE, Locale.ENGLISH, 0, POOL)).isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.mail.from must be a mail address like invitations@example.org.");
        assertThatThrownBy(() -> new MailSettings(null, Duration.ZERO, Locale.ENGLISH, 0, POOL)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new MailSettings(null, MINUTE, Locale.ENGLISH, -1, POOL)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new MailSettings.Pool(0, MINUTE, 100)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new MailSettings.Pool(8, Duration.ZERO, 100)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new MailSettings.Pool(8, MINUTE, 0)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new LetterTexts(new MailSettings(null, MINUTE, Locale.JAPANESE, 0, POOL)))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.mail.language must be a language that letters are written in.");
    }
}
