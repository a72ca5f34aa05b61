package tusoi.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path home;

    @Test
    void areMadeOnceAndReadByTheirOwnerOnly() throws Exception {
        var file = home.resolve("secrets.properties");
        var secret = new Secrets(file).get("db.org.app");
        assertThat(secret).hasSize(24).isEqualTo(new Secrets(file).get("db.org.app"));
        assertThat(secret).isNotEqualTo(new Secrets(file).get("db.org.owner"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
