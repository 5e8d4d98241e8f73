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

    @Test
    void keepsALetterBackWhoseTemplateIsWrong() {
        var texts = new LetterTexts(new MailSettings(null, MINUTE, Locale.ENGLISH));

        Undelivered undelivered = catchThrowableOfType(Undelivered.class,
                () -> texts.write("no-such-letter", Locale.ENGLISH, Map.of()));

        assertThat(undelivered.answer().words()).startsWith("The template mail/no-such-letter is wrong");
        assertThat(undelivered.answer().code()).isZero();
    }

    @Test
    void refusesSettingsThatLettersCannotBeSentWith() {
        assertThatThrownBy(() -> new MailSettings("nobody", MINUTE, Locale.ENGLISH)).isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.mail.from must be a mail address like invitations@example.org.");
        assertThatThrownBy(() -> new MailSettings(null, Duration.ZERO, Locale.ENGLISH)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new MailSettings(null, Duration.ofMinutes(5), Locale.ENGLISH)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> new LetterTexts(new MailSettings(null, MINUTE, Locale.JAPANESE)))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.mail.language must be a language that letters are written in.");
    }
}
