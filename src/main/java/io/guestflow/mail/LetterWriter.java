package io.guestflow.mail;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.Settings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides which letter a key asks for and whether it is still of use to anybody. */
@Component
class LetterWriter {

    private final InvitationLetter invitation;
    private final PasscodeLetter passcode;
    private final InviterNotice notice;
    private final Settings settings;
    private final Clock clock;

    LetterWriter(InvitationLetter invitation, PasscodeLetter passcode, InviterNotice notice, Settings settings, Clock clock) {
        this.invitation = invitation;
        this.passcode = passcode;
        this.notice = notice;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param noted what the dispatch log knows, or null
     * @return empty if there is nobody to write to or nothing to tell any more
     */
    Optional<Sheet> write(LetterKey key, Guest guest, Letter noted) throws Undelivered {
        return switch (key.purpose()) {
            case INVITATION, REMINDER -> isOutdated(key, guest) ? Optional.empty() : Optional.of(invitation.write(key, guest));
            case PASSCODE -> isTooLate(noted) ? Optional.empty() : Optional.of(passcode.write(key, guest));
            default -> isOutdated(key, guest) ? Optional.empty() : notice.write(key, guest);
        };
    }

    private static boolean isOutdated(LetterKey key, Guest guest) {
        return !guest.invitation().id().equals(key.subject());
    }

    private boolean isTooLate(Letter noted) {
        return noted != null && !clock.instant().isBefore(noted.queuedAt().plus(settings.passcode().validFor()));
    }
}
