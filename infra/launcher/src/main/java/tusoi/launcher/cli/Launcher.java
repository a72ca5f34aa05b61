package tusoi.launcher.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tusoi.launcher.parts.PartFailed;

/** {@code ./tusoi}. */
@Command(
        name = "tusoi",
        description = "The books of an organisation's self-examination, on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            LogsCommand.class,
            ResendCommand.class,
            RebuildCommand.class,
            DeadLettersCommand.class,
            VerifyCommand.class,
            PrepareCommand.class
        })
public final class Launcher {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "print this")
    private boolean help;

    private Launcher() {}

    public static void main(String... arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .registerConverter(UUID.class, Launcher::letterId)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof PartFailed) {
                        command.getErr().println("tusoi: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    /** Nothing but a dead letter is named by one. */
    private static UUID letterId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException("'" + text + "' is no id of a dead letter");
        }
    }
}
