package io.guestflow.onboarding;

/** The names of {@code guest-removal.bpmn} that the program knows. */
final class GuestRemoval {

    static final String KEY = "guest-removal";

    static final class Elements {
        static final String RESTORE_OR_PURGE = "UserTask_RestoreOrPurge";

        private Elements() {
        }
    }

    static final class Messages {
        static final String NEW_INVITATION_REQUESTED = "NewInvitationRequested";
        static final String GUEST_INVITED_AGAIN = "GuestInvitedAgain";

        private Messages() {
        }
    }

    static final class Variables {
        /** Id of the guest to remove; transient. */
        static final String GUEST = "guest";
        /** A {@link io.guestflow.guest.RemovalReason}; transient. */
        static final String REASON = "reason";
        /** What the remover says about it; transient. */
        static final String NOTE = "note";
        static final String RESTORED = "restored";
        static final String GRANTED = "granted";

        private Variables() {
        }
    }

    private GuestRemoval() {
    }
}
