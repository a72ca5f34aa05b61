package tusoi.journey.figures;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.journey.api.Api;
import tusoi.journey.api.Refused;

/**
 * The answers to the published rows' requests from before the reform, kept beside the installation with the instant whose
 * knowledge they rest on. Whatever is recorded later, asked for that instant they are the same to the byte.
 */
public final class KnownBefore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Api api;
    private final String reader;
    private final Kept kept;

    /** @param bodies by request, without the instant */
    private record Kept(String knownAt, Map<String, String> bodies) {}

    /** A row asked again. */
    private record Again(Row row, Figure before, Figure after, boolean sameBody, int bytes) {
        boolean isUnchanged() {
            return sameBody
                    && equal(before.numerator(), after.numerator())
                    && equal(before.denominator(), after.denominator());
        }

        private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one != null && other != null ? one.compareTo(other) == 0 : Objects.equals(one, other);
        }

        String line() {
            return "%-4s %3d  %-58s %-22s %-22s %-22s %s"
                    .formatted(
                            row.article(),
                            row.number(),
                            row.counted(),
                            row.printed().show(before),
                            row.printed().show(after),
                            (sameBody ? "the same " : "NOT the same ") + bytes + " bytes",
                            isUnchanged() ? "ok" : "NOT");
        }
    }

    private KnownBefore(Api api, String reader, Kept kept) {
        this.api = api;
        this.reader = reader;
        this.kept = kept;
    }

    /** Asks all rows as of the newest instant that everybody has reported through. */
    public static KnownBefore ask(Api api, String reader) {
        String knownAt = api.get(reader, "/api/reporting/v1/freshness")
                .body()
                .path("completeThrough")
                .asString();
        Map<String, String> bodies = new LinkedHashMap<>();
        for (Row row : PublishedRows.covered()) {
            bodies.computeIfAbsent(
                    row.request(),
                    request -> text(api.get(reader, known(request, knownAt)).bytes()));
        }
        return new KnownBefore(api, reader, new Kept(knownAt, bodies));
    }

    /** As {@link #keep} has written it. */
    public static KnownBefore read(Api api, String reader, Path file) {
        try {
            return new KnownBefore(api, reader, JSON.readValue(Files.readString(file), Kept.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void keep(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(kept));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** True where every row has the same value as before, and the same body where it is asked as known before. */
    public boolean printTo(PrintStream out) {
        List<Again> rows = again();
        out.printf(
                "%nThe published figures after the reform, asked again; and as known at %s, before it%n%n",
                kept.knownAt());
        out.printf(
                "%-4s %3s  %-58s %-22s %-22s %-22s%n",
                "art.", "row", "what is counted", "before", "after", "body as known before");
        for (Again row : rows) {
            out.println(row.line());
            out.println("           GET " + known(row.row().request(), kept.knownAt()));
        }
        long changed = rows.stream().filter(row -> !row.isUnchanged()).count();
        out.printf("%n%d of %d published figures unchanged%n", rows.size() - changed, rows.size());
        return changed == 0;
    }

    private List<Again> again() {
        Map<String, JsonNode> now = new LinkedHashMap<>();
        Map<String, byte[]> then = new LinkedHashMap<>();
        List<Again> rows = new ArrayList<>();
        for (Row row : PublishedRows.covered()) {
            String request = row.request();
            String body = kept.bodies().getOrDefault(request, "{}");
            byte[] again = then.computeIfAbsent(request, asked -> bytes(known(asked, kept.knownAt())));
            JsonNode after = now.computeIfAbsent(request, asked -> JSON.readTree(bytes(asked)));
            rows.add(
                    new Again(row, row.in(JSON.readTree(body)), row.in(after), body.equals(text(again)), again.length));
        }
        return rows;
    }

    /** A refused request is an answer that differs, not the end of the table. */
    private byte[] bytes(String request) {
        try {
            return api.get(reader, request).bytes();
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String known(String request, String knownAt) {
        return request + "&knownAt=" + knownAt;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
