package io.guestflow.mail;

/**
 * What a mail server said last.
 *
 * @param code  reply code (RFC 5321 section 4.2), 0 if there was no reply
 * @param words the reply, or what kept it from coming; one line of at most 1,000 characters, or null
 */
record ServerAnswer(int code, String words) {

    static final ServerAnswer NONE = new ServerAnswer(0, null);

    private static final int LONGEST = 1000;

    ServerAnswer {
        if (words != null) {
            String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            words = line.substring(0, Math.min(LONGEST, line.length()));
        }
    }

    /** The same answer with more to say about it. */
    ServerAnswer and(String more) {
        return new ServerAnswer(code, words + "; " + more);
    }
}
