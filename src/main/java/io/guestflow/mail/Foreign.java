package io.guestflow.mail;

import java.text.Bidi;
import java.util.List;
import java.util.regex.Pattern;

/** Text that people typed, made fit for a place in a letter. */
record Foreign(String text) {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern LINK_JOINTS = Pattern.compile("(?<=[\\p{L}\\p{N}])[.@](?=[\\p{L}\\p{N}])|:(?=//)");
    private static final String INVISIBLE_JOINT = "\u200C";
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    /** Without anything that could begin another header line. */
    String oneLine() {
        return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** One line that cannot change the direction of the words around it (Unicode Standard Annex 9). */
    String isolated() {
        String line = oneLine();
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? ISOLATE + line + END_OF_ISOLATE : line;
    }

    List<String> lines() {
        return text.strip().lines().toList();
    }

    /** The lines with an invisible character in every joint of an address, so that no mail program makes a link of it. */
    List<String> linesWithoutLinks() {
        return lines().stream().map(line -> LINK_JOINTS.matcher(line).replaceAll("$0" + INVISIBLE_JOINT)).toList();
    }
}
