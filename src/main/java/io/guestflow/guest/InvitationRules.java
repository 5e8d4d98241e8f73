package io.guestflow.guest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks an invitation request as a whole and names every field that has to be mended. */
@Component
class InvitationRules {

    static final int MOST_COPIES = 5;

    private final Settings settings;
    private final InvitationChoices choices;
    private final AuthorizationPolicy policy;
    private final Caller caller;
    private final Clock clock;

    InvitationRules(Settings settings, InvitationChoices choices, AuthorizationPolicy policy, Caller caller, Clock clock) {
        this.settings = settings;
        this.choices = choices;
        this.policy = policy;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Refused with every problem found, or if the policy does not let the caller invite at all */
    InvitationTerms check(InvitationRequest request) {
        if (!policy.allowInvitesFrom().includes(caller)) {
            throw new Refused("invitation", "not-allowed", "This organization does not let you invite guests.");
        }
        var problems = new Problems();
        var terms = new InvitationTerms(
                problems.checked("email", EmailAddress::of, request.email()),
                problems.checked("name", InvitationTexts::name, request.name()),
                problems.checked("message", InvitationTexts::message, request.message()),
                choices.memberships(problems, request),
                choices.sponsors(problems, request),
                !Boolean.FALSE.equals(request.sendMessage()),
                problems.checked("redirectUrl", this::redirectUrl, request.redirectUrl()),
                copies(problems, request.cc()),
                problems.checked("language", InvitationTexts::language, request.language()),
                problems.checked("expiresAt", this::validFor, request.expiresAt()),
                problems.checked("resetRedemptionOf", InvitationRules::guest, request.resetRedemptionOf()));
        problems.refuseIfAny();
        return terms;
    }

    private URI redirectUrl(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return RedirectOrigins.of(settings).allowed(typed.strip());
    }

    private Duration validFor(String expiresAt) {
        if (expiresAt == null || expiresAt.isBlank()) {
            return settings.invitation().validFor();
        }
        Duration validFor = Duration.between(clock.instant(), dateTime(expiresAt).toInstant());
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(WrongSetting.LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("An invitation expires in the future, within 90 days.");
        }
        return validFor;
    }

    private static OffsetDateTime dateTime(String typed) {
        try {
            return OffsetDateTime.parse(typed.strip());
        } catch (DateTimeParseException noDateTime) {
            throw new IllegalArgumentException("This is not a date and time like 2030-01-31T12:00:00Z.", noDateTime);
        }
    }

    private static GuestId guest(String typed) {
        try {
            return typed == null ? null : GuestId.of(typed);
        } catch (IllegalArgumentException noId) {
            throw new IllegalArgumentException("There is no such guest.", noId);
        }
    }

    private static List<EmailAddress> copies(Problems problems, List<String> typed) {
        if (typed == null) {
            return List.of();
        }
        List<String> given = typed.stream().filter(address -> address != null && !address.isBlank()).toList();
        if (given.size() > MOST_COPIES) {
            problems.add("cc", "too-many-copies", "At most 5 addresses get a copy.");
        }
        List<EmailAddress> copies = new ArrayList<>();
        given.forEach(address -> copies.add(problems.checked("cc", EmailAddress::of, address)));
        return copies.contains(null) ? List.of() : copies.stream().distinct().toList();
    }
}
