package tusoi.reporting.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code ./tusoi verify}: checks a published report's file without any service. */
public final class VerifyFile {
    private static final String USAGE = """
            usage: FILE [--key-id ID]... [--keys FOLDER]
            Keys that are trusted: those whose ids are given, as they stand on a certificate, and those of which FOLDER has a file <id>.pub\
            """;

    private VerifyFile() {}

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** 0 where the file is what was published, 1 where it is not, 2 where nothing could be checked. */
    static int run(List<String> arguments, PrintStream out) {
        List<String> files = new ArrayList<>();
        Set<String> trusted = new HashSet<>();
        try {
            for (int place = 0; place < arguments.size(); place++) {
                switch (arguments.get(place)) {
                    case "--key-id" -> trusted.add(arguments.get(++place));
                    case "--keys" -> trusted.addAll(ids(Path.of(arguments.get(++place))));
                    default -> files.add(arguments.get(place));
                }
            }
            if (files.size() != 1) {
                out.println(USAGE);
                return 2;
            }
            Path file = Path.of(files.getFirst());
            return told(file, Verification.of(Files.readAllBytes(file), trusted), out);
        } catch (IndexOutOfBoundsException e) {
            out.println(USAGE);
            return 2;
        } catch (IOException e) {
            out.println("cannot be read: " + e.getMessage());
            return 2;
        }
    }

    /** A file whose name is not its key's id tells of no key. */
    private static Set<String> ids(Path folder) throws IOException {
        Set<String> ids = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".pub")).toList()) {
                    String id = ReportKey.idOf(java.util.Base64.getMimeDecoder().decode(Files.readAllBytes(file)));
                    if (file.endsWith(id + ".pub")) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }

    private static int told(Path file, Verification found, PrintStream out) {
        JsonNode document = found.document();
        if (document != null) {
            JsonNode report = document.path("report");
            out.printf(
                    "%s%n%s · %s … %s · tree of %s · known at %s%npublished %s, signed by the key %s%n",
                    plain(report.at("/title/vi").asString("")),
                    plain(report.at("/unit/name")
                            .asString(report.at("/unit/code").asString(""))),
                    plain(report.path("from").asString("")),
                    plain(report.path("to").asString("")),
                    plain(report.path("asOf").asString("")),
                    plain(report.path("knownAt").asString("")),
                    plain(document.path("publishedAt").asString("")),
                    plain(String.valueOf(found.keyId())));
        }
        if (found.isGood()) {
            out.println(file + " is what was published");
            return 0;
        }
        found.findings().forEach(finding -> out.println("- " + plain(finding)));
        out.println(file + " is NOT what was published");
        return 1;
    }

    /** Nobody knows yet who wrote the file: it moves no cursor, turns no text around and writes no line of its own. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
