package tusoi.launcher.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the same JDK with settings that keep many small JVMs on one machine lean. */
public record JavaProgram(int heapMegabytes, List<String> options, List<String> program) {
    /** Of a program that has ended before the second compiler's work would pay. */
    public static final List<String> ENDS_SOON = List.of("-XX:TieredStopAtLevel=1");

    /**
     * Ten times later than by default: a start has the cores to itself, and what is asked for now and then is fast enough without it
     * (records 30 and 31).
     */
    static final List<String> SECOND_COMPILER_LATER = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    public List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        command.addAll(program);
        return command;
    }
}
