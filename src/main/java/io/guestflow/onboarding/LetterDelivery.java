package io.guestflow.onboarding;

/** The names of {@code letter-delivery.bpmn} that the program knows. */
final class LetterDelivery {

    static final String KEY = "letter-delivery";

    static final class Elements {
        static final String SEND_LETTER = "SendLetter";

        private Elements() {
        }
    }

    private LetterDelivery() {
    }
}
