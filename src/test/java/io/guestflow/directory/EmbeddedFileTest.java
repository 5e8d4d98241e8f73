package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedFileTest {

    @Test
    void liesInTheUsersHomeWhereTheAddressSaysSo() {
        assertThat(EmbeddedFile.of("jdbc:h2:file:~/guestflow/data;WRITE_DELAY=0")).contains(Path.of(System.getProperty("user.home"), "guestflow", "data"));
    }

    @Test
    void liesWhereTheProgramWasStartedOtherwise() {
        assertThat(EmbeddedFile.of("jdbc:h2:file:./data/guestflow")).contains(Path.of("data", "guestflow").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:guestflow", "jdbc:postgresql://localhost/guestflow"})
    void isNowhereForOtherDatabases(String address) {
        assertThat(EmbeddedFile.of(address)).isEmpty();
    }
}
