package io.guestflow.guest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The eight digits of a passcode, made from its id and the secret, so that the letter can be written without storing them. */
@Component
public class PasscodeDigits {

    private static final long EIGHT_DIGITS = 100_000_000L;

    private final Signature signature;

    PasscodeDigits(Signature signature) {
        this.signature = signature;
    }

    public String of(UUID passcode) {
        byte[] mac = signature.sign("passcode", passcode.toString().getBytes(StandardCharsets.US_ASCII));
        return "%08d".formatted(Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), EIGHT_DIGITS));
    }
}
