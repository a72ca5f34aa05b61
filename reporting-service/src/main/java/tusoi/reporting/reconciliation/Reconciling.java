package tusoi.reporting.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;

/** Compares a counting with the facts as known when it was made, once everything recorded by then has come. */
@Component
class Reconciling {
    /** Kept of one counting; how many there were is told. */
    private static final int KEPT = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Watermarks watermarks;

    Reconciling(@Loader JdbcClient jdbc, @Loader TransactionOperations transaction, Watermarks watermarks) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.watermarks = watermarks;
    }

    private record Counting(UUID id, String producer, Instant at, LocalDate onDay) {}

    /** Returns how many were compared. */
    int round() {
        List<Counting> whole = whole();
        whole.forEach(counting -> transaction.executeWithoutResult(_ -> compare(counting)));
        return whole.size();
    }

    /** All parts are there, and so is everything else of that producer up to then; the oldest first. */
    private List<Counting> whole() {
        return jdbc
                .sql("""
                        select counting_id, producer, counted_at, on_day
                          from reporting.counting_part
                         group by counting_id, producer, counted_at, on_day, chunks
                        having count(*) = chunks
                         order by counted_at limit 100
                        """)
                .query((row, _) -> new Counting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .filter(counting ->
                        !watermarks.completeThrough(Set.of(counting.producer())).isBefore(counting.at()))
                .toList();
    }

    private void compare(Counting counting) {
        int held = jdbc.sql("delete from reporting.counting_part where counting_id = :id")
                .param("id", counting.id())
                .update();
        if (held == 0) {
            return; // another instance has done it
        }
        jdbc.sql(CountedBooks.of(counting.producer()).facts() + """
                        , difference as (
                            select unit_id, what, key, coalesce(c.number, 0) as counted, coalesce(f.number, 0) as facts
                              from (select * from reporting.counted where counting_id = :id) c
                              full join fact f using (unit_id, what, key)
                             where coalesce(c.number, 0) <> coalesce(f.number, 0)
                        ), told as (
                            insert into reporting.reconciliation (counting_id, producer, counted_at, on_day, lines, differences)
                            values (:id, :producer, :at, :day,
                                    (select count(*) from reporting.counted where counting_id = :id),
                                    (select count(*) from difference))
                            on conflict (counting_id) do nothing
                            returning counting_id
                        )
                        insert into reporting.reconciliation_difference (counting_id, n, unit_id, what, key, counted, facts)
                        select :id, row_number() over (order by unit_id, what, key), unit_id, what, key, counted, facts
                          from difference where exists (select from told)
                         order by 2 limit :kept
                        """)
                .param("id", counting.id())
                .param("producer", counting.producer())
                .param("at", counting.at().atOffset(ZoneOffset.UTC))
                .param("day", counting.onDay())
                .param("kept", KEPT)
                .update();
        jdbc.sql("delete from reporting.counted where counting_id = :id")
                .param("id", counting.id())
                .update();
    }
}
