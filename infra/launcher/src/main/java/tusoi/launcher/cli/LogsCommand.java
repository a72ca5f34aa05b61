package tusoi.launcher.cli;

import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.PartFailed;

@Command(name = "logs", description = "Print the end of a part's log.")
final class LogsCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines = 100;

    @Parameters(paramLabel = "PART")
    private String part = "";

    @Override
    public void run() {
        var log = where.layout().log(part);
        if (!Files.exists(log)) {
            throw new PartFailed("no log " + log + "; parts: postgres, kafka, keycloak, org, review, discipline, "
                    + "reporting, gateway");
        }
        List.of(Folders.tail(log, lines)).forEach(System.out::println);
    }
}
