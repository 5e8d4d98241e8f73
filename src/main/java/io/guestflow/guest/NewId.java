package io.guestflow.guest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Ids that begin with the millisecond of their making (UUID version 7, RFC 9562, section 5.7), so that new rows lie beside each other in every
 * index instead of anywhere. The other 74 bits are random for each of them: none can be guessed from another one.
 */
public final class NewId {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private NewId() {
    }

    public static UUID next() {
        return GENERATOR.generate();
    }
}
