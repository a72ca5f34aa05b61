package tusoi.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tusoi.launcher.installation.Recovery;

@Command(name = "rebuild", description = "Build reporting's facts anew from Kafka's first event.")
final class RebuildCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Override
    public void run() {
        var progress = new Progress();
        try (var platform = where.platform(progress, true)) {
            new Recovery(platform, progress).rebuildReporting();
        }
    }
}
