package tusoi.launcher.parts;

import java.nio.file.Path;
import java.util.Optional;

/** One server of an installation. */
public interface Part {
    String name();

    int port();

    Path log();

    /** Starts it, or finds it running; returns when it is ready, or fails with what its log says. */
    void start();

    /** Asks it to end, and after a bounded time ends it. */
    void stop();

    /** Ends it as a crash would. */
    void kill();

    Optional<PartProcess> process();

    boolean isReady();

    default boolean isRunning() {
        return process().isPresent();
    }
}
