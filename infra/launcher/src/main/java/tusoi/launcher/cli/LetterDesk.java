package tusoi.launcher.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.parts.PartFailed;

/** The options that every command on dead letters has. */
final class LetterDesk {
    @Option(names = "--service", paramLabel = "SERVICE", description = "org, review, discipline or reporting alone")
    private @Nullable String service;

    @Option(names = "--user", paramLabel = "USER", description = "who asks (default: ${DEFAULT-VALUE})")
    private String user = "quantri";

    List<String> services() {
        var wanted = service;
        if (wanted != null && !Layout.SERVICES.contains(wanted)) {
            throw new PartFailed(
                    "no service is called " + wanted + "; the services: " + String.join(", ", Layout.SERVICES));
        }
        return wanted == null ? Layout.SERVICES : List.of(wanted);
    }

    /** Signed in already: who may not is told once, not by each service, and tries it once. */
    Letters of(Platform platform) {
        platform.users().token(user);
        return new Letters(platform.gateway(), () -> platform.users().token(user));
    }
}
