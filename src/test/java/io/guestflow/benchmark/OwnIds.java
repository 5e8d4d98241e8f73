package io.guestflow.benchmark;

import static io.guestflow.benchmark.TemplateRow.Value.quoted;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that belong to the copied guest alone; each copy has others, made from them and its number, each a millisecond older. */
record OwnIds(Set<String> ids) {

    /** The copied guest's name; the copies are called guest1, guest2 and so on. */
    static final String NAME = "template";

    private static final Pattern ID = Pattern.compile("(.*?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    /** Hexadecimal digits of an id that tell when it was made, in milliseconds. */
    private static final int TIME = 12;

    /** Whether nothing else can have this value by chance. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An SQL expression over n, a copy's number. */
    String replaced(String text) {
        Matcher id = ID.matcher(text);
        if (ids.contains(text) && id.matches()) {
            return "%s || (lpad(to_hex(%d - n), %d, '0') || substr(md5(%s || n), %d))::uuid"
                    .formatted(quoted(id.group(1)), madeAt(id.group(2)), TIME, quoted(id.group(2)), TIME + 1);
        }
        return text.contains(NAME) ? "replace(%s, '%s', 'guest' || n)".formatted(quoted(text), NAME) : quoted(text);
    }

    /** What {@link #replaced} makes of an id for one copy. */
    static UUID copy(UUID id, int number) {
        try {
            byte[] copy = MessageDigest.getInstance("MD5").digest((id.toString() + number).getBytes(StandardCharsets.US_ASCII));
            System.arraycopy(HexFormat.of().parseHex("%012x".formatted(madeAt(id.toString()) - number)), 0, copy, 0, TIME / 2);
            ByteBuffer bytes = ByteBuffer.wrap(copy);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long madeAt(String id) {
        return HexFormat.fromHexDigitsToLong(id.replace("-", ""), 0, TIME);
    }
}
