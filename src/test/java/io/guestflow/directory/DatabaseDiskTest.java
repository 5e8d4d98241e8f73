package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseDiskTest {

    @Test
    void isWellWhileThereIsSpace(@TempDir Path folder) {
        assertThat(new DatabaseDisk("jdbc:h2:file:" + folder.resolve("guestflow") + ";WRITE_DELAY=0").health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void saysOnceInTheLogThatItCannotBeWrittenTo(@TempDir Path folder, CapturedOutput output) {
        var gone = new DatabaseDisk("jdbc:h2:file:" + folder.resolve("gone").resolve("guestflow"));

        assertThat(gone.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(gone.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(output.getOut()).containsOnlyOnce("The disk of the database is full");
    }

    @Test
    void leavesOtherDatabasesToThemselves() {
        assertThat(new DatabaseDisk("jdbc:postgresql://localhost/guestflow").health().getStatus()).isEqualTo(Status.UP);
        assertThat(new DatabaseDisk("jdbc:h2:mem:guestflow").health().getStatus()).isEqualTo(Status.UP);
    }
}
