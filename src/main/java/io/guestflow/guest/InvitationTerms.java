package io.guestflow.guest;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** An invitation request that has passed every check. */
record InvitationTerms(EmailAddress address, String name, String message, Memberships memberships, boolean letterWanted,
                       URI redirectUrl, List<EmailAddress> cc, Locale language) {
}
