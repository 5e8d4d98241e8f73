package io.guestflow.graph;

import io.guestflow.guest.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request says behind the question mark, decoded: its options by their names, in lower case and without the dollar, which OData 4.01
 * lets callers leave out. Names that are no option of OData mean nothing here and are left out.
 */
record Options(Map<String, String> values) {

    private static final int LONGEST = 4000;
    private static final List<String> OFFERED = List.of("filter", "select", "orderby", "search", "top", "count", "skiptoken");
    private static final List<String> NOT_OFFERED = List.of("skip", "expand", "apply", "compute", "deltatoken", "levels", "index",
            "schemaversion");
    private static final String FORMAT = "format";

    /**
     * @throws Refused           if an option is there twice, cannot be decoded, or all of them are too long
     * @throws UnsupportedOption if there is one that is not offered
     */
    static Options of(HttpServletRequest request) {
        var values = new TreeMap<String, String>();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            String name = name(decoded(pair[0]));
            if (name != null && values.put(name, pair.length == 2 ? decoded(pair[1]) : "") != null) {
                throw new Refused("$" + name, "malformed-option", "This option is there twice.");
            }
        }
        if (values.values().stream().mapToInt(value -> value.getBytes(StandardCharsets.UTF_8).length).sum() > LONGEST) {
            throw new Refused("$filter", "too-long", "The options have more than " + LONGEST + " bytes in all.");
        }
        return new Options(values);
    }

    /** Null if the option is not there. */
    String get(String name) {
        return values.get(name);
    }

    /** @throws UnsupportedOption if there is any other */
    Options only(List<String> names) {
        values.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new UnsupportedOption("$" + name);
        });
        return this;
    }

    private static String name(String written) {
        String name = written.replaceFirst("^\\$", "").toLowerCase(Locale.ROOT);
        if (OFFERED.contains(name)) {
            return name;
        }
        if (NOT_OFFERED.contains(name) || written.startsWith("$") && !name.equals(FORMAT)) {
            throw new UnsupportedOption(name.matches("[a-z]{1,32}") ? "$" + name : "$...");
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw new Refused("query", "malformed-option", "No text holds a NUL character.");
            }
            return decoded;
        } catch (IllegalArgumentException notEncoded) {
            throw new Refused("query", "malformed-option", "A percent sign is followed by two hexadecimal digits.");
        }
    }
}
