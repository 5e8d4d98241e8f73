package io.guestflow.mail;

import io.guestflow.guest.Guest;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the inviter what became of an invitation. */
@Component
class InviterNotice {

    private final LetterTexts texts;
    private final KnownInviters inviters;
    private final Settings settings;

    InviterNotice(LetterTexts texts, KnownInviters inviters, Settings settings) {
        this.texts = texts;
        this.inviters = inviters;
        this.settings = settings;
    }

    /** Empty if there is no inviter, or none with an address. */
    Optional<Sheet> write(LetterKey key, Guest guest) throws Undelivered {
        Optional<Correspondent> to = inviters.of(guest.invitation()).flatMap(Correspondent::of);
        return to.isEmpty() ? Optional.empty() : Optional.of(write(key, guest, to.get()));
    }

    private Sheet write(LetterKey key, Guest guest, Correspondent to) throws Undelivered {
        Locale language = texts.languageOfStaff();
        String organization = settings.organization().name();
        String news = "notice." + key.purpose().name().substring("INVITER_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
        return new Sheet(key, texts.say(language, "from", organization), to, null, List.of(), language,
                texts.say(language, news + ".subject", new Foreign(guest.displayName()).isolated()),
                texts.write("notice", language, facts(guest, news)));
    }

    private Map<String, Object> facts(Guest guest, String news) {
        var facts = new HashMap<String, Object>();
        facts.put("organization", settings.organization());
        facts.put("news", news);
        facts.put("guest", new Foreign(guest.displayName()).isolated());
        facts.put("address", guest.name() == null ? null : guest.address().value());
        facts.put("link", settings.link("/guests/" + guest.id()));
        return facts;
    }
}
