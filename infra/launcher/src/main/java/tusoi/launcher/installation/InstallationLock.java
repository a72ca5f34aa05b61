package tusoi.launcher.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.Waiting;

/** One launcher at a time starts or stops parts; a second one waits for the first. */
final class InstallationLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    static InstallationLock take(Layout layout, Says says) {
        Folders.create(layout.home());
        try {
            var channel = FileChannel.open(
                    layout.home().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                says.say("another ./tusoi is at work on " + layout.home() + "; waiting for it");
                if (!Waiting.until(PATIENCE, () -> locked(channel))) {
                    throw new PartFailed("another ./tusoi has been at work for " + PATIENCE.toMinutes() + " minutes");
                }
            }
            return new InstallationLock(channel);
        } catch (IOException e) {
            throw new PartFailed("cannot lock " + layout.home() + ": " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            throw new PartFailed("cannot lock the installation", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PartFailed("cannot unlock the installation", e);
        }
    }
}
