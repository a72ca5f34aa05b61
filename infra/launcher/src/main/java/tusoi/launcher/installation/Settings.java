package tusoi.launcher.installation;

import java.nio.file.Path;
import tusoi.launcher.parts.Folders;

/** What the commands after a start have to know of it. */
public final class Settings {
    private Settings() {}

    public static int portBase(Path home) {
        var text = Folders.readOr(file(home), "").strip();
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : Layout.DEFAULT_PORT_BASE;
    }

    static void remember(Layout layout) {
        Folders.write(file(layout.home()), layout.portBase() + "\n");
    }

    private static Path file(Path home) {
        return home.resolve("port-base");
    }
}
