package tusoi.launcher.parts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a part has logged since one start, to say why that start failed. */
public record StartLog(Path log, long from) {
    private static final int LONGEST_BYTES = 1_000_000;
    private static final int LINES = 8;
    private static final int LONGEST_LINE = 400;
    private static final Pattern CAUSE = Pattern.compile("Caused by: (.*?)(?:\\\\n\\\\tat|$)");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static StartLog now(Path log) {
        return new StartLog(log, log.toFile().length());
    }

    /** The innermost cause where a stack trace names one, otherwise the last lines; short enough for a terminal. */
    public String why() {
        var lines = text().lines().toList();
        var causes = lines.stream()
                .flatMap(line -> CAUSE.matcher(line).results())
                .map(cause -> cause.group(1).replace("\\n", "\n"))
                .toList();
        var told = causes.isEmpty() ? last(lines) : Stream.of(causes.getLast());
        return told.map(StartLog::shortened).collect(Collectors.joining("\n")) + "\n(the log is " + log + ")";
    }

    /** Whether the part has said so. */
    boolean has(String words) {
        return text().contains(words);
    }

    private static Stream<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> MESSAGE.matcher(line)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(line));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private String text() {
        try (var file = Files.newByteChannel(log)) {
            long begin = Math.max(file.size() < from ? 0 : from, file.size() - LONGEST_BYTES);
            var bytes = ByteBuffer.allocate((int) (file.size() - begin));
            file.position(begin).read(bytes);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
