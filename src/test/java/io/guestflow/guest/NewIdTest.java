package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("same-on-every-database")
class NewIdTest {

    @Test
    void beginsWithTheMillisecondInWhichItWasMade() {
        long before = System.currentTimeMillis();

        UUID id = NewId.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void isGivenToOneOnlyHoweverManyAskAtOnce() {
        assertThat(IntStream.range(0, 100_000).parallel().mapToObj(number -> NewId.next()).toList()).doesNotHaveDuplicates();
    }

    @Test
    void tellsNothingOfTheNextOne() {
        Set<Long> seen = new HashSet<>();

        Stream.generate(NewId::next).limit(10_000).map(UUID::getLeastSignificantBits).forEach(random -> {
            assertThat(seen).doesNotContain(random - 1, random, random + 1);
            seen.add(random);
        });
    }
}
