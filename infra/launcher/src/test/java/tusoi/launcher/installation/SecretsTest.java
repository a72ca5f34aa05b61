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

    @Test
    void theSigningKeyIsKeptAndItsPublicHalfToo() throws Exception {
        var secrets = new Secrets(home.resolve("secrets.properties"));
        var key = new ReportKeys(secrets, home).secret();
        assertThat(new ReportKeys(new Secrets(home.resolve("secrets.properties")), home).secret())
                .isEqualTo(key);
        try (var files = Files.list(ReportKeys.folder(home))) {
            assertThat(files.toList()).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}\\.pub");
                assertThat(key).endsWith("." + Files.readString(file).strip());
            });
        }
    }

    @Test
    void aSigningKeyThatWasTakenAwayIsFollowedByAnotherAndTheFormerPublicOneStays() throws Exception {
        var file = home.resolve("secrets.properties");
        var former = new ReportKeys(new Secrets(file), home).secret();
        Files.delete(file);
        assertThat(new ReportKeys(new Secrets(file), home).secret()).isNotEqualTo(former);
        try (var files = Files.list(ReportKeys.folder(home))) {
            assertThat(files).hasSize(2);
        }
    }
}
