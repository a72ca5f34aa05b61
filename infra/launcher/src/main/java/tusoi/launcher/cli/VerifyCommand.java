package tusoi.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tusoi.launcher.installation.ReportKeys;
import tusoi.launcher.parts.JavaProgram;

@Command(
        name = "verify",
        description = "Check a published report's file, without any service: 0 where it is what was published, else 1.")
final class VerifyCommand implements Callable<Integer> {
    private static final String PROGRAM = "tusoi.reporting.proof.VerifyFile";

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--key-id",
            paramLabel = "ID",
            description =
                    "a key that is trusted, as it stands on the certificate; beside those that this installation has signed with")
    private List<String> keyIds = new ArrayList<>();

    @Override
    public Integer call() {
        var layout = where.layout();
        var arguments = new ArrayList<String>();
        keyIds.forEach(id -> arguments.addAll(List.of("--key-id", id)));
        arguments.addAll(List.of("--keys", ReportKeys.folder(layout.home()).toString()));
        arguments.add(file.toAbsolutePath().toString());
        return ModuleProgram.run(layout, "reporting-service", JavaProgram.ENDS_SOON, PROGRAM, arguments);
    }
}
