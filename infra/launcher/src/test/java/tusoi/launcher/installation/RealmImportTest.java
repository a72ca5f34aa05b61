package tusoi.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Says;

class RealmImportTest {
    private static final String FIRST_USER = Bootstrap.ADMINISTRATOR.username();

    @TempDir
    private Path home;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private Layout layout;
    private Platform platform;

    @BeforeEach
    void installation() {
        layout = new Layout(Path.of(System.getProperty("tusoi.root")), home, StartupTest.freeBase());
        platform = platform();
    }

    @AfterEach
    void end() {
        new Shutdown(platform, Says.NOTHING).run();
        platform.close();
    }

    /** Each new program knows of the one before only what that had written when it ended. */
    @Test
    void aStartThatWasCutOffBeforeOrAfterTheImportIsGoneOnWith() throws Exception {
        start("postgres");
        var cutOff = new RealmImport(platform);
        assertThat(cutOff.isWanted()).isTrue();
        cutOff.write(Bootstrap.ADMINISTRATOR);
        var announced = platform.users().user(FIRST_USER).orElseThrow();
        var toImport = Files.readString(layout.realmToImport());
        assertThat(toImport).contains(announced.subject(), platform.secrets().get(Realm.GATEWAY_SECRET));

        again();
        start("postgres", "keycloak");
        assertThat(platform.users().user(FIRST_USER)).contains(announced);
        assertThat(subjectOf(platform.users().token(FIRST_USER))).isEqualTo(announced.subject());
        assertThat(layout.realmToImport()).as("the secrets in it").doesNotExist();

        platform.keycloak().kill();
        PrivateFile.write(layout.realmToImport(), toImport);
        Files.delete(home.resolve("realm-settled"));
        again();
        assertThat(new RealmImport(platform).isWanted()).isFalse();
        start("postgres", "keycloak");
        assertThat(said).last().isEqualTo("keycloak: clients and first user are set");
        assertThat(subjectOf(platform.users().token(FIRST_USER))).isEqualTo(announced.subject());
        assertThat(layout.realmToImport()).as("the secrets in it").doesNotExist();
    }

    private static String subjectOf(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(claims).get("sub").asString();
    }

    private void again() {
        platform.close();
        platform = platform();
    }

    private Platform platform() {
        return new Platform(layout, said::add, JavaUse.LOOK.once());
    }

    private void start(String... parts) {
        new Startup(platform, said::add, Set.of(parts)).run();
    }
}
