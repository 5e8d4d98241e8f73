package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Listing.Place;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContinuationsTest {

    private static final Options OPTIONS = new Options(Map.of("filter", "mail eq 'ada@partner.example'", "top", "5"));
    private static final Place PLACE = new Place(Arrays.asList("ada lovelace", null, "7f0a2c4e-0000-4000-8000-000000000001"));

    private final Continuations continuations = new Continuations(new Signature(List.of("a secret that is long enough for it")));

    @Test
    void holdsTheWholeQueryAndThePlace() {
        String token = continuations.token("/users", OPTIONS, PLACE);

        assertThat(continuations.read("/users", token)).isEqualTo(new Continuations.Continuation(OPTIONS, PLACE));
        assertThat(token).matches("[A-Za-z0-9_-]+").isNotEqualTo(continuations.token("/users", OPTIONS, PLACE));
    }

    @Test
    void tellsNobodyWhoWasLookedFor() {
        String content = new String(Base64.getUrlDecoder().decode(continuations.token("/users", OPTIONS, PLACE)), StandardCharsets.ISO_8859_1);

        assertThat(content).doesNotContain("ada", "partner", "lovelace", "mail", "users");
    }

    @Test
    void isGoodForNoOtherListAndNoOtherInstallation() {
        String token = continuations.token("/users", OPTIONS, PLACE);
        var elsewhere = new Continuations(new Signature(List.of("another secret that is long enough, too")));

        assertThatThrownBy(() -> continuations.read("/groups", token)).isInstanceOf(Refused.class).hasMessageContaining("$skiptoken");
        assertThatThrownBy(() -> elsewhere.read("/users", token)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatWasForgedOrChanged() {
        String token = continuations.token("/users", OPTIONS, PLACE);
        char changed = token.charAt(40) == 'A' ? 'B' : 'A';

        for (String forged : List.of("", "x", "ä", "%", token.substring(1), token.substring(0, token.length() - 4), token + "AAAA",
                token.substring(0, 40) + changed + token.substring(41), Base64.getUrlEncoder().encodeToString("{\"path\":\"/users\"}".getBytes()))) {
            assertThatThrownBy(() -> continuations.read("/users", forged)).as(forged).isInstanceOf(Refused.class);
        }
    }
}
