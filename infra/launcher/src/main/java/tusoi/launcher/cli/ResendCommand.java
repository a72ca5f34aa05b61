package tusoi.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tusoi.launcher.installation.Recovery;

@Command(name = "resend", description = "After Kafka lost its disk: fill new topics from the services' journals.")
final class ResendCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Override
    public void run() {
        var progress = new Progress();
        try (var platform = where.platform(progress)) {
            new Recovery(platform, progress).resend();
        }
    }
}
