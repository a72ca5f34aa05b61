package tusoi.reporting.reconciliation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Keeps the parts of a counting until all are there and it has been compared. No figure rests on them. */
@Component
class CountsTaken implements Projection {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CountsTaken(@Loader JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Only the fields used. */
    record Part(UUID countingId, Instant countedAt, LocalDate onDay, int chunk, int chunks, List<Line> lines) {}

    record Line(UUID unitId, String what, String key, long number) {}

    @Override
    public Set<String> types() {
        return Arrays.stream(CountedBooks.values()).map(CountedBooks::type).collect(toUnmodifiableSet());
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(event ->
                keep(event.type().substring(0, event.type().indexOf('.')), json.treeToValue(event.data(), Part.class)));
    }

    private void keep(String producer, Part part) {
        jdbc.sql("""
                        insert into reporting.counting_part (counting_id, chunk, chunks, producer, counted_at, on_day)
                        values (:id, :chunk, :chunks, :producer, :at, :day)
                        """)
                .param("id", part.countingId())
                .param("chunk", part.chunk())
                .param("chunks", part.chunks())
                .param("producer", producer)
                .param("at", part.countedAt().atOffset(ZoneOffset.UTC))
                .param("day", part.onDay())
                .update();
        jdbc.sql(
                        "insert into reporting.counted (counting_id, unit_id, what, key, number) select ?, * from unnest(?, ?, ?, ?)")
                .param(part.countingId())
                .param(SqlArrays.uuids(part.lines(), Line::unitId))
                .param(SqlArrays.of("text", part.lines(), Line::what))
                .param(SqlArrays.of("text", part.lines(), Line::key))
                .param(SqlArrays.of("int8", part.lines(), Line::number))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from reporting.counting_part").update();
        jdbc.sql("delete from reporting.counted").update();
    }
}
