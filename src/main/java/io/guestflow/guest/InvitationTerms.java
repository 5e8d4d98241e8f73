package io.guestflow.guest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** An invitation request that has passed every check. */
record InvitationTerms(EmailAddress address, String name, String message, Memberships memberships, Set<UUID> sponsors, boolean letterWanted,
                       URI redirectUrl, List<EmailAddress> cc, Locale language, Duration validFor, GuestId resetRedemptionOf) {
}
