package io.guestflow.graph;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Invitation;
import java.util.List;
import java.util.Objects;

/**
 * What the letter of an invitation says, as Microsoft Graph's {@code invitedUserMessageInfo} has it.
 *
 * @param ccRecipients at most five; an entry without an address is none
 */
record MessageInfo(String messageLanguage, String customizedMessageBody, List<Recipient> ccRecipients) {

    static final MessageInfo NONE = new MessageInfo(null, null, null);

    record Recipient(Mailbox emailAddress) {
    }

    record Mailbox(String name, String address) {
    }

    /** @param message whether the caller may read the personal message and who else got it */
    static MessageInfo of(Invitation invitation, boolean message) {
        List<EmailAddress> copies = message ? invitation.cc() : List.of();
        List<Recipient> recipients = copies.isEmpty() ? List.of(new Recipient(new Mailbox(null, null)))
                : copies.stream().map(address -> new Recipient(new Mailbox(null, address.value()))).toList();
        return new MessageInfo(invitation.language().toLanguageTag(), message ? invitation.message() : null, recipients);
    }

    List<String> addresses() {
        return ccRecipients == null ? List.of() : ccRecipients.stream().filter(Objects::nonNull).map(Recipient::emailAddress)
                .filter(Objects::nonNull).map(Mailbox::address).filter(Objects::nonNull).toList();
    }
}
