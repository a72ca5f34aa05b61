package tusoi.launcher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Settings;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Says;

/** The options of every command that say which installation is meant. */
final class Where {
    @Option(names = "--home", paramLabel = "FOLDER", description = "the installation's data (default: .tusoi)")
    private @Nullable Path home;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "the gateway's port, the others follow it (default: that of the last start, or 20080)")
    private @Nullable Integer portBase;

    Layout layout() {
        var root =
                Path.of(System.getProperty("tusoi.root", ".")).toAbsolutePath().normalize();
        var folder =
                home == null ? root.resolve(".tusoi") : home.toAbsolutePath().normalize();
        return new Layout(root, folder, portBase == null ? Settings.portBase(folder) : portBase);
    }

    Platform platform(Says says) {
        return platform(says, JavaUse.WORK);
    }

    Platform platform(Says says, JavaUse use) {
        return new Platform(layout(), says, use);
    }
}
