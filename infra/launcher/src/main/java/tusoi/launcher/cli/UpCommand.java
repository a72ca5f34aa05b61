package tusoi.launcher.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Startup;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartFailed;

@Command(name = "up", description = "Start what is down, and wait until it is ready.")
final class UpCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "start these parts alone")
    private List<String> only = List.of();

    @Override
    public void run() {
        var progress = new Progress();
        try (var platform = where.platform(progress)) {
            new Startup(platform, progress, parts(platform)).run();
            System.out.printf(
                    "%nTusoi is up after %.1f s: %s   (stop it with ./tusoi down)%n",
                    progress.seconds(), platform.gateway());
        }
    }

    private Set<String> parts(Platform platform) {
        var all = all(platform);
        only.stream().filter(part -> !all.contains(part)).findFirst().ifPresent(unknown -> {
            throw new PartFailed("no part is called " + unknown + "; the parts: " + String.join(", ", all));
        });
        return only.isEmpty() ? all : new LinkedHashSet<>(only);
    }

    static Set<String> all(Platform platform) {
        return new LinkedHashSet<>(platform.parts().stream().map(Part::name).toList());
    }
}
