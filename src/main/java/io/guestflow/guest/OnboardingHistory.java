package io.guestflow.guest;

import java.time.Instant;
import java.util.Optional;

/** What is remembered of onboardings, running or ended. */
public interface OnboardingHistory {

    /** When an onboarding was last started for the guest, whether it took charge or only repeated the invitation. */
    Optional<Instant> lastStart(GuestId guest);
}
