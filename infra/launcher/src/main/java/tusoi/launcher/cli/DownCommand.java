package tusoi.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tusoi.launcher.installation.Shutdown;

@Command(name = "down", description = "Stop everything, in the reverse order of the start.")
final class DownCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Override
    public void run() {
        var progress = new Progress();
        try (var platform = where.platform(progress)) {
            new Shutdown(platform, progress).run();
        }
    }
}
