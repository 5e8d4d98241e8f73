package io.guestflow.onboarding;

/** The names of {@code guest-onboarding.bpmn} that the program knows. */
final class GuestOnboarding {

    static final String KEY = "guest-onboarding";

    static final class Elements {
        static final String SEND_INVITATION = "SendInvitation";
        static final String SEND_INVITATION_AGAIN = "SendInvitation_Again";
        static final String SEND_REMINDER = "SendReminder";
        static final String REVIEW_PERMISSIONS = "UserTask_ReviewPermissions";
        static final String CORRECT_ADDRESS = "UserTask_CorrectAddress";
        static final String REMINDER_DUE = "Timer_ReminderDue";
        static final String INVITATION_EXPIRED = "StartEvent_InvitationExpired";

        private Elements() {
        }
    }

    static final class Messages {
        static final String RESEND_REQUESTED = "ResendRequested";
        static final String GUEST_DELETED = "GuestDeleted";

        private Messages() {
        }
    }

    static final class Errors {
        static final String MAIL_ADDRESS_REJECTED = "MailAddressRejected";

        private Errors() {
        }
    }

    static final class Variables {
        /** The invitation as a JSON object; transient. */
        static final String INVITATION = "invitation";
        /** The corrected address; transient. */
        static final String NEW_ADDRESS = "newAddress";
        static final String ALREADY_INVITED = "alreadyInvited";
        static final String LETTER_WANTED = "letterWanted";
        static final String ACCEPTED = "accepted";
        static final String ADDRESS_CORRECTED = "addressCorrected";

        private Variables() {
        }
    }

    private GuestOnboarding() {
    }
}
