package io.guestflow.mail;

/** How a {@link ScriptedServer} answers. */
@FunctionalInterface
public interface Manner {

    /** What a client "says" by connecting, and by ending its letter. */
    String CONNECT = "CONNECT";
    String END = ".";

    /** Answers that are done instead of said. */
    String HANG_UP = "hang up";
    String RESET = "reset";
    String SLOWLY = "slowly ";
    String AND_HANG_UP = " and hang up";

    /** @param command what the client said, {@link #CONNECT} or {@link #END} */
    String answer(String command);

    /** Takes every letter. */
    static String politely(String command) {
        return switch (command.split("[ :]")[0]) {
            case CONNECT -> "220 scripted.example ready";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go ahead";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    /** Politely, but for commands that begin like this. */
    static Manner answering(String command, String answer) {
        return heard -> heard.startsWith(command) ? answer : politely(heard);
    }

    /** Ends the conversation without a word where another would answer this command. */
    static Manner hangingUpAt(String command) {
        return answering(command, HANG_UP);
    }

    /** As {@link #hangingUpAt}, but the other side's next word is an error at once. */
    static Manner resettingAt(String command) {
        return answering(command, RESET);
    }

    /** Answers this command and ends the conversation. */
    static Manner leavingAfter(String command) {
        return answering(command, politely(command) + AND_HANG_UP);
    }

    /** Answers this command one octet at a time, and takes longer than anybody waits. */
    static Manner slowAt(String command) {
        return answering(command, SLOWLY + politely(command));
    }
}
