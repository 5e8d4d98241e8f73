package io.guestflow.guest;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the link of an invitation whenever it is needed and reads it again; it is stored nowhere. A ticket is the invitation's
 * id (16 bytes), its generation (4) and their signature (32), in base64url without padding (RFC 4648 section 5).
 */
@Component
public class Tickets {

    private static final String CONTEXT = "invitation";
    private static final int CONTENT_LENGTH = 20;
    private static final int LENGTH = 52;

    private final Signature signature;
    private final Settings settings;

    Tickets(Signature signature, Settings settings) {
        this.signature = signature;
        this.settings = settings;
    }

    /** The address that the guest follows; its host comes from the configuration only. */
    public URI link(Invitation invitation) {
        return settings.link("/redeem/" + issue(invitation));
    }

    /** Empty if the text is no ticket that this installation has signed. */
    public Optional<Ticket> read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            byte[] content = Arrays.copyOf(bytes, CONTENT_LENGTH);
            byte[] signed = Arrays.copyOfRange(bytes, Math.min(CONTENT_LENGTH, bytes.length), bytes.length);
            if (bytes.length != LENGTH || !signature.matches(CONTEXT, content, signed)) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(content);
            return Optional.of(new Ticket(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String issue(Invitation invitation) {
        byte[] content = ByteBuffer.allocate(CONTENT_LENGTH).putLong(invitation.id().getMostSignificantBits())
                .putLong(invitation.id().getLeastSignificantBits()).putInt(invitation.generation()).array();
        byte[] ticket = ByteBuffer.allocate(LENGTH).put(content).put(signature.sign(CONTEXT, content)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ticket);
    }
}
