package tusoi.launcher.cli;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Shutdown;
import tusoi.launcher.installation.Startup;
import tusoi.launcher.parts.JavaProgram;
import tusoi.launcher.parts.JavaUse;

@Command(
        name = "demo",
        description =
                "Start everything, enter two districts' years and the reform of 2025 as their people would, and compare the figures with the press, before and after.")
final class DemoCommand implements Callable<Integer> {
    private static final String SHOWN_OF_EACH_UNIT = "ORGANISATION_OFFICER";
    private static final String CITY = "CT";

    @Mixin
    private Where where = new Where();

    @Option(names = "--exit", description = "stop everything afterwards and end with the comparison's result")
    private boolean exit;

    @Override
    public Integer call() {
        var progress = new Progress();
        try (var platform = where.platform(progress, exit ? JavaUse.LOOK.once() : JavaUse.LOOK)) {
            var startup = new Startup(platform, progress, UpCommand.all(platform));
            var shutdown = new Shutdown(platform, progress);
            var interrupted = new Thread(() -> shutdown.atOnce(startup));
            if (exit) {
                Runtime.getRuntime().addShutdownHook(interrupted);
            }
            try {
                startup.run();
                var result = ModuleProgram.run(
                        platform.layout(), "infra/journey", JavaProgram.ENDS_SOON, "tusoi.journey.Demo", List.of());
                try (var entered = where.platform(line -> {})) {
                    printSignIns(entered);
                    printLinks(entered.gateway());
                }
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
                .filter(user -> user.role().equals(SHOWN_OF_EACH_UNIT)
                        || (user.unit().equals(CITY) && user.formerUnit() == null))
                .forEach(user -> System.out.printf(
                        "  %-18s %-26s %s, %s%s%n",
                        user.username(),
                        user.password(),
                        user.role(),
                        user.unit(),
                        user.formerUnit() == null ? "" : " (" + user.formerUnit() + " until 30 June 2025)"));
    }

    /** What the reform of 2025 did, at a glance. */
    private static void printLinks(URI gateway) {
        System.out.printf("%nLook at:%n");
        print("quận Bình Thủy as of 31 December 2023", gateway + "/?unit=BT&year=2022&as-of=2023-12-31");
        print("phường Cái Răng as of today", gateway + "/?unit=CT.CR");
        print("the city's 2022 under the new tree", gateway + "/?unit=CT&year=2022&as-of=2022-12-31&tree=2025-07-01");
    }

    private static void print(String what, String link) {
        System.out.printf("  %-40s %s%n", what, link);
    }
}
