package io.guestflow.mail;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.Inviter;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Settings;
import io.guestflow.guest.Tickets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the guest to accept, or reminds of it. */
@Component
class InvitationLetter {

    private final LetterTexts texts;
    private final KnownInviters inviters;
    private final Tickets tickets;
    private final Settings settings;

    InvitationLetter(LetterTexts texts, KnownInviters inviters, Tickets tickets, Settings settings) {
        this.texts = texts;
        this.inviters = inviters;
        this.tickets = tickets;
        this.settings = settings;
    }

    Sheet write(LetterKey key, Guest guest) throws Undelivered {
        Invitation invitation = guest.invitation();
        Locale language = texts.languageFor(invitation.language());
        Optional<Inviter> inviter = inviters.of(invitation);
        Correspondent replyTo = inviter.flatMap(Correspondent::of).orElse(null);
        String organization = settings.organization().name();
        boolean reminder = key.purpose() == LetterPurpose.REMINDER;
        String subject = texts.say(language, reminder ? "reminder.subject" : "invitation.subject",
                new Foreign(inviter.map(Inviter::name).orElse(organization)).isolated(), new Foreign(organization).isolated());
        return new Sheet(key, texts.say(language, "from", organization), Correspondent.of(guest), replyTo,
                invitation.cc(), language, subject,
                texts.write("invitation", language, facts(invitation, language, inviter, reminder)));
    }

    private Map<String, Object> facts(Invitation invitation, Locale language, Optional<Inviter> inviter, boolean reminder) {
        var facts = new HashMap<String, Object>();
        facts.put("organization", settings.organization());
        facts.put("reminder", reminder);
        facts.put("inviter", inviter.map(Inviter::name).map(name -> new Foreign(name).isolated()).orElse(null));
        facts.put("inviterAddress", inviter.flatMap(Correspondent::of).map(replyTo -> replyTo.address().value()).orElse(null));
        var message = new Foreign(Objects.requireNonNullElse(invitation.message(), ""));
        facts.put("plainLines", message.lines());
        facts.put("lines", message.linesWithoutLinks());
        facts.put("target", invitation.redirectUrl());
        facts.put("link", tickets.link(invitation));
        facts.put("until", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language)
                .format(invitation.expiresAt().atOffset(ZoneOffset.UTC)));
        return facts;
    }
}
