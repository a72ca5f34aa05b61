package tusoi.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.parts.JavaProgram;
import tusoi.launcher.parts.PartFailed;

/** Runs the main class of another module in a JVM of its own, on this terminal, against this installation. */
final class ModuleProgram {
    private static final int HEAP_MEGABYTES = 1_024;

    private ModuleProgram() {}

    static int run(Layout layout, String module, List<String> javaOptions, String mainClass, List<String> arguments) {
        var options = new ArrayList<>(javaOptions);
        options.addAll(List.of(
                "-Dtusoi.root=" + layout.root(),
                "-Dtusoi.home=" + layout.home(),
                "-Dtusoi.port-base=" + layout.portBase(),
                "-Dtusoi.parts=" + layout.parts(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(layout, module)));
        var program = Stream.concat(Stream.of(mainClass), arguments.stream()).toList();
        try {
            var child = new ProcessBuilder(new JavaProgram(HEAP_MEGABYTES, options, program).command())
                    .directory(layout.root().toFile())
                    .inheritIO()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
            return child.waitFor();
        } catch (IOException e) {
            throw new PartFailed("cannot run " + mainClass + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed(mainClass + " was interrupted", e);
        }
    }

    private static String classPath(Layout layout, String module) {
        var target = layout.root().resolve(module).resolve("target");
        var launcher = layout.root().resolve("infra/launcher/target");
        if (!Files.isDirectory(target.resolve("classes"))) {
            throw new PartFailed(module + " is not built: ./mvnw package -DskipTests");
        }
        return Stream.of(
                        target.resolve("classes"),
                        target.resolve("lib/*"),
                        launcher.resolve("classes"),
                        launcher.resolve("lib/*"))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }
}
