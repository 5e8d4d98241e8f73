package io.guestflow.onboarding;

/** The names of {@code failed-letter.bpmn} that the program knows. */
final class FailedLetter {

    static final String KEY = "failed-letter";

    static final class Messages {
        static final String LETTER_RECOVERED = "LetterRecovered";

        private Messages() {
        }
    }

    static final class Variables {
        /** Id of the job that has no retries left. */
        static final String JOB = "job";

        private Variables() {
        }
    }

    private FailedLetter() {
    }
}
