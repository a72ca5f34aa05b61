package tusoi.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Shutdown;
import tusoi.launcher.installation.Startup;

@Command(
        name = "demo",
        description =
                "Start everything, enter a district's year as its people would, and compare the figures with the press.")
final class DemoCommand implements Callable<Integer> {
    private static final int SIGN_INS_SHOWN = 12;

    @Mixin
    private Where where = new Where();

    @Option(names = "--exit", description = "stop everything afterwards and end with the comparison's result")
    private boolean exit;

    @Override
    public Integer call() {
        var progress = new Progress();
        try (var platform = where.platform(progress, !exit)) {
            var startup = new Startup(platform, progress, UpCommand.all(platform));
            var shutdown = new Shutdown(platform, progress);
            var interrupted = new Thread(() -> shutdown.atOnce(startup));
            if (exit) {
                Runtime.getRuntime().addShutdownHook(interrupted);
            }
            try {
                startup.run();
                var result = ModuleProgram.run(platform.layout(), "journey", "tusoi.journey.Demo", List.of());
                printSignIns(where.platform(line -> {}, false));
                return result;
            } finally {
                if (exit && Runtime.getRuntime().removeShutdownHook(interrupted)) {
                    shutdown.run();
                }
            }
        }
    }

    private static void printSignIns(Platform platform) {
        System.out.printf(
                "%nSign in at %s with one of these (all of them: %s):%n",
                platform.gateway(), platform.layout().home().resolve("demo-users.json"));
        platform.users().all().stream()
                .limit(SIGN_INS_SHOWN)
                .forEach(user -> System.out.printf(
                        "  %-24s %-26s %s, %s%n", user.username(), user.password(), user.role(), user.unit()));
    }
}
