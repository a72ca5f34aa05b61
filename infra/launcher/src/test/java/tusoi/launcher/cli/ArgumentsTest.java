package tusoi.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ArgumentsTest {
    private final CommandLine launcher = Launcher.commandLine();

    @Test
    void whatIsMeantForABenchmarkIsHandedOn() {
        var parsed = launcher.parseArgs("bench", "start", "--json", "--port-base", "23080");

        assertThat(parsed.subcommand().unmatched()).containsExactly("start", "--json");
    }

    @Test
    void helpIsPrintedForAllAndForEach() {
        var printed = new StringWriter();
        launcher.setOut(new PrintWriter(printed, true));

        assertThat(launcher.execute("--help")).isZero();
        assertThat(launcher.execute("demo", "--help")).isZero();
        assertThat(printed.toString()).contains("rebuild", "the reform of 2025");
    }

    @Test
    void aMendSaysEitherWhatStandsInTheLettersPlaceOrThatNothingDoes() {
        var errors = new StringWriter();
        launcher.setErr(new PrintWriter(errors, true));
        var id = UUID.randomUUID().toString();
        String[][] wrong = {
            {"dead-letters", "mend", id, "--reason", "x"},
            {"dead-letters", "mend", id, "--reason", "x", "--data", "a.json", "--leave-out"},
            {"dead-letters", "mend", id, "--leave-out"},
            {"dead-letters", "mend", "12", "--reason", "x", "--leave-out"},
            {"dead-letters", "replay", id},
            {"dead-letters"},
        };
        for (var arguments : wrong) {
            assertThat(launcher.execute(arguments))
                    .as(String.join(" ", arguments))
                    .isEqualTo(CommandLine.ExitCode.USAGE);
        }
        assertThat(errors.toString()).contains("'12' is no id of a dead letter").doesNotContain("Exception");
        assertThat(launcher.parseArgs("dead-letters", "list", "--service", "org", "--state", "ALL")
                        .hasSubcommand())
                .isTrue();
        assertThat(launcher.parseArgs(
                                "dead-letters",
                                "mend",
                                id,
                                "--reason",
                                "x",
                                "--data",
                                "a.json",
                                "--header",
                                "ce_type=a.b.v1")
                        .errors())
                .isEmpty();
    }

    @Test
    void aMistypedOptionIsAnErrorAndStartsNothing() {
        var errors = new StringWriter();
        launcher.setErr(new PrintWriter(errors, true));

        assertThat(launcher.execute("demo", "--exti")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("--exti");
    }
}
