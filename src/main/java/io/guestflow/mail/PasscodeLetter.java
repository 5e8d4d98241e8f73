package io.guestflow.mail;

import io.guestflow.guest.Guest;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings the code that signs the guest in. */
@Component
class PasscodeLetter {

    private final LetterTexts texts;
    private final PasscodeDigits digits;
    private final Settings settings;

    PasscodeLetter(LetterTexts texts, PasscodeDigits digits, Settings settings) {
        this.texts = texts;
        this.digits = digits;
        this.settings = settings;
    }

    Sheet write(LetterKey key, Guest guest) throws Undelivered {
        Locale language = texts.languageFor(guest.invitation().language());
        String organization = settings.organization().name();
        Map<String, Object> facts = Map.of("organization", settings.organization(), "digits", digits.of(key.subject()),
                "minutes", settings.passcode().validFor().toMinutes());
        return new Sheet(key, texts.say(language, "from", organization), Correspondent.of(guest), null, List.of(), language,
                texts.say(language, "passcode.subject", new Foreign(organization).isolated()),
                texts.write("passcode", language, facts));
    }
}
