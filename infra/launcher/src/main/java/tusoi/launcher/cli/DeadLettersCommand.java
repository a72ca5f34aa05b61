package tusoi.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Says;

@Command(
        name = "dead-letters",
        description =
                "What services could not take: list, show, mend, replay. Until they are closed figures stand still before them.",
        synopsisSubcommandLabel = "(list | show | mend | replay)",
        subcommands = {
            DeadLettersCommand.ListThem.class,
            DeadLettersCommand.Show.class,
            DeadLettersCommand.Mend.class,
            DeadLettersCommand.Replay.class
        })
final class DeadLettersCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeadLettersCommand() {}

    @Command(name = "list", description = "Those of all services, the latest first.")
    static final class ListThem implements Callable<Integer> {
        @Mixin
        private Where where = new Where();

        @Mixin
        private LetterDesk desk = new LetterDesk();

        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "OPEN, MENDED, LEFT_OUT, REPLAYED or ALL (default: ${DEFAULT-VALUE})")
        private String state = "OPEN";

        @Option(names = "--topic", paramLabel = "TOPIC")
        private @Nullable String topic;

        @Option(names = "--type", paramLabel = "TYPE", description = "such as org.member-admitted.v1")
        private @Nullable String type;

        @Override
        public Integer call() {
            var query = (state.equals("ALL") ? "" : "&state=" + Letters.encoded(state))
                    + (topic == null ? "" : "&topic=" + Letters.encoded(topic))
                    + (type == null ? "" : "&type=" + Letters.encoded(type));
            try (var platform = where.platform(Says.NOTHING)) {
                var letters = desk.of(platform);
                var found = new EachService<>(desk.services(), service -> letters.list(service, query));
                found.each((service, listed) -> {
                    listed.forEach(letter -> System.out.println(LetterLines.of(service, letter)));
                    if (listed.size() >= Letters.MOST) {
                        System.out.println("%-10s  only the latest %,d are shown".formatted(service, listed.size()));
                    }
                });
                if (found.isAll(List::isEmpty)) {
                    System.out.println(
                            "there are no dead letters" + (query.isEmpty() ? "" : " of those that were asked for"));
                }
                return found.isComplete() ? 0 : 1;
            }
        }
    }

    @Command(
            name = "show",
            description = "One, with what it says and what was done about it; the look is written down.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private Where where = new Where();

        @Mixin
        private LetterDesk desk = new LetterDesk();

        @Parameters(paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        public Integer call() {
            try (var platform = where.platform(Says.NOTHING)) {
                var letters = desk.of(platform);
                var found = new EachService<>(desk.services(), service -> letters.find(service, id));
                if (found.isAll(Optional::isEmpty)) {
                    throw new PartFailed("no service has a dead letter " + id);
                }
                found.each((service, letter) ->
                        letter.ifPresent(shown -> System.out.print(LetterLines.whole(service, shown))));
                return found.isComplete() ? 0 : 1;
            }
        }
    }

    /** What has to be there for a command. */
    private abstract static class OnOne implements Callable<Integer> {
        @Mixin
        private Where where = new Where();

        @Mixin
        private LetterDesk desk = new LetterDesk();

        @Parameters(paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; stays with the letter")
        private String reason = "";

        /** @param atMost in how many services, of those where it is open */
        int run(String command, long atMost, ObjectNode sent) {
            var progress = new Progress();
            try (var platform = where.platform(progress)) {
                var letters = desk.of(platform);
                var open = desk.services().stream()
                        .filter(service -> isOpen(letters, service))
                        .limit(atMost)
                        .toList();
                if (open.isEmpty()) {
                    throw new PartFailed("no service has an open dead letter " + id);
                }
                sent.put("reason", reason);
                var left = open.stream()
                        .filter(service -> !isClosedBy(letters, service, command, sent, progress))
                        .count();
                return left == 0 ? 0 : 1;
            }
        }

        private boolean isOpen(Letters letters, String service) {
            return letters.find(service, id)
                    .filter(letter -> state(letter).equals("OPEN"))
                    .isPresent();
        }

        private boolean isClosedBy(Letters letters, String service, String command, JsonNode sent, Says says) {
            var letter = letters.find(service, id)
                    .orElseThrow(() -> new PartFailed(service + " no longer has the letter " + id))
                    .path("letter");
            var after = letters.command(service, letter, command, sent);
            var isOpen = state(after).equals("OPEN");
            says.say(service + ": " + state(after) + (isOpen ? ", " + why(after) : ""));
            return !isOpen;
        }

        private static String why(JsonNode after) {
            return after.at("/letter/asked").isString()
                    ? "what was asked for is still under way: look again with show"
                    : after.path("reason").asString("");
        }

        private static String state(JsonNode detail) {
            return detail.path("letter").path("state").asString("");
        }
    }

    @Command(
            name = "mend",
            description =
                    "Put something in its place, for every service and for ever. Ends with 1 where that would not do.")
    static final class Mend extends OnOne {
        @ArgGroup(multiplicity = "1")
        private What what = new What();

        @Option(
                names = "--header",
                paramLabel = "NAME=VALUE",
                description = "such as ce_type=…, where it is not the original's")
        private Map<String, String> headers = Map.of();

        static final class What {
            @Option(names = "--data", paramLabel = "FILE", description = "the event's data, as JSON")
            private @Nullable Path data;

            @Option(names = "--leave-out", description = "nothing stands in its place")
            private boolean leaveOut;
        }

        @Override
        public Integer call() {
            var sent = JSON.createObjectNode();
            var data = what.data;
            if (data == null) {
                sent.put("leaveOut", true);
            } else {
                sent.put("payload", Base64.getEncoder().encodeToString(read(data)));
                var changed = sent.putArray("headers");
                headers.forEach(
                        (name, value) -> changed.addObject().put("name", name).put("value", value));
            }
            return run("mend", 1, sent);
        }

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new PartFailed("cannot read " + file, e);
            }
        }
    }

    @Command(
            name = "replay",
            description =
                    "Try it again, once what could not take it has been put right. Ends with 1 where it is open yet.")
    static final class Replay extends OnOne {
        @Override
        public Integer call() {
            return run("replay", Long.MAX_VALUE, JSON.createObjectNode());
        }
    }
}
