package tusoi.launcher.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One operating-system process of a part. */
public record PartProcess(String name, ProcessHandle handle) {
    /**
     * The kernel ties "dies with its parent" to the thread that started the child, so one thread that lives as long as
     * the JVM starts them all.
     */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("part-starter").factory());

    private static final Duration KILLED = Duration.ofSeconds(10);

    /** @param deathSignal what a process that lives with its parent gets when the parent dies */
    public record Start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            Lifetime lifetime,
            String deathSignal) {}

    public static PartProcess start(Start start) {
        try {
            var process = STARTER.submit(() -> builder(start).start()).get();
            return new PartProcess(start.name(), process.toHandle());
        } catch (ExecutionException e) {
            throw new PartFailed("cannot start " + start.name() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while starting " + start.name(), e);
        }
    }

    private static ProcessBuilder builder(Start start) throws IOException {
        var command = new ArrayList<String>();
        if (start.lifetime() == Lifetime.WITH_PARENT) {
            command.addAll(List.of("setpriv", "--pdeathsig", start.deathSignal(), "--"));
        } else {
            command.add("setsid");
        }
        command.addAll(start.command());
        Files.createDirectories(start.log().toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command)
                .directory(start.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(start.environment());
        return builder;
    }

    /** The process with that id, if it lives and its command line contains the mark: ids are given out again. */
    public static Optional<PartProcess> find(String name, long pid, String mark) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(_ -> commandLine(pid).contains(mark))
                .map(handle -> new PartProcess(name, handle));
    }

    public static String commandLine(long pid) {
        return Folders.readOr(Path.of("/proc", Long.toString(pid), "cmdline"), "")
                .replace('\0', ' ');
    }

    public long pid() {
        return handle.pid();
    }

    /** A process that has ended and only waits for its parent to notice is not alive. */
    public boolean isAlive() {
        return handle.isAlive() && !isInState('Z');
    }

    private boolean isInState(char state) {
        var status = Folders.readOr(Path.of("/proc", Long.toString(pid()), "stat"), "");
        return status.substring(status.lastIndexOf(')') + 1).startsWith(" " + state);
    }

    /** Asks by signal; after the time is up, kills. Returns whether asking was enough. */
    public boolean stop(String signal, Duration atMost) {
        if (ends(signal, atMost)) {
            return true;
        }
        kill();
        return false;
    }

    /** Asks by signal. Returns whether it has ended when the time is up. */
    boolean ends(String signal, Duration atMost) {
        signal(signal);
        return Waiting.until(atMost, () -> !isAlive());
    }

    public void kill() {
        if (!ends("KILL", KILLED)) {
            throw new PartFailed(name + " (pid " + pid() + ") does not end, even when killed");
        }
    }

    /**
     * With the processes that it has started, which would go on for as long as they do not notice that they are alone. It is held
     * first, so that it starts no other after these have been counted.
     */
    void killWithChildren() {
        signal("STOP");
        Waiting.until(KILLED, () -> !isAlive() || isInState('T'));
        var children = handle.children()
                .map(child -> new PartProcess(name + "'s child", child))
                .toList();
        kill();
        children.forEach(PartProcess::kill);
    }

    void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            Waiting.ended(
                    new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    Duration.ofSeconds(5));
        } catch (IOException e) {
            throw new PartFailed("cannot send " + signal + " to " + name, e);
        }
    }
}
