package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Apps.App;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppAssignmentTest {

    private static final UUID GUEST = UUID.fromString("7f0a2c4e-0000-4000-8000-000000000001");
    private static final App APP = new App(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"), "Brand portal", null, URI.create("https://brand.example/"));

    @Test
    void keepsItsIdWheneverAndHoweverItIsRead() {
        String id = new AppAssignment(GUEST, false, "Ada", APP, Instant.EPOCH).id();

        assertThat(new AppAssignment(GUEST, false, "Countess", APP, Instant.EPOCH.plusSeconds(1)).id()).isEqualTo(id).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(AppAssignment.ends(id)).contains(new AppAssignment.Ends(GUEST, APP.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "7f0a2c4e-0000-4000-8000-000000000001", "not*base64", "AAAA"})
    void isFoundByNoOtherText(String text) {
        assertThat(AppAssignment.ends(text)).isEmpty();
    }
}
