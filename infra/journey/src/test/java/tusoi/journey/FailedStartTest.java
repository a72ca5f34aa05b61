package tusoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartFailed;

class FailedStartTest {
    private static final int PORT_BASE = 22_180;

    /** PostgreSQL and Kafka come up; Keycloak is not there, nor is the jar of any service. */
    @Test
    void aStartThatFailsLeavesNothingRunning(@TempDir Path root) throws IOException {
        var layout = new Layout(root, root.resolve("home"), PORT_BASE);
        Files.createDirectories(layout.parts());
        Path built = Path.of(System.getProperty("tusoi.root"), "infra/launcher/target/parts");
        for (String part : new String[] {"postgres.jar", "kafka"}) {
            Files.createSymbolicLink(
                    layout.parts().resolve(part),
                    built.resolve(part).toAbsolutePath().normalize());
        }

        assertThatThrownBy(() -> Installation.fresh(layout))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("is missing");

        assertThat(layout.log("postgres")).exists();
        assertThat(layout.log("kafka")).exists();
        try (var platform = new Platform(layout, System.out::println, JavaUse.LOOK.once())) {
            assertThat(platform.parts()).isNotEmpty().noneMatch(Part::isRunning);
        }
    }
}
