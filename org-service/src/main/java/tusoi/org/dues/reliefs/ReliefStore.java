package tusoi.org.dues.reliefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.dues.domain.Relief;

/** Reliefs as aggregates; every version stays. */
@Repository
class ReliefStore {
    static final String SELECT = """
            select id, version, recorded_from, member_id, unit_id, kind, ground, percent, from_month,
                   nullif(to_month, 'infinity') as to_month
            from org.dues_relief where recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    ReliefStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Relief relief, UUID unit, long version, Instant recordedAt) {}

    /** What a version rests on; {@code decision} and {@code warnings} as JSON. */
    record Grounds(
            String decision,
            @Nullable String reason,
            String profile,
            String warnings,
            UUID actor,
            Instant recordedAt) {}

    void lockOf(UUID member) {
        jdbc.sql("select pg_advisory_xact_lock(20085, hashtext(?::text))")
                .param(member)
                .query()
                .singleRow();
    }

    List<Relief> of(UUID member) {
        return jdbc.sql(SELECT + " and member_id = ? order by from_month, id")
                .param(member)
                .query((row, n) -> relief(row))
                .list();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql(SELECT + " and id = ?")
                .param(id)
                .query((row, n) -> new Stored(
                        relief(row),
                        row.getObject("unit_id", UUID.class),
                        row.getLong("version"),
                        row.getObject("recorded_from", OffsetDateTime.class).toInstant()))
                .optional();
    }

    String decision(UUID id) {
        return jdbc.sql("select decision::text from org.dues_relief where id = ? and recorded_to = 'infinity'")
                .param(id)
                .query(String.class)
                .single();
    }

    void save(Relief relief, UUID unit, long version, Grounds grounds) {
        OffsetDateTime at = grounds.recordedAt().atOffset(ZoneOffset.UTC);
        YearMonth to = relief.to();
        jdbc.sql("update org.dues_relief set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at, relief.id())
                .update();
        jdbc.sql("""
                        insert into org.dues_relief
                            (id, version, recorded_from, member_id, unit_id, kind, ground, percent, from_month, to_month, decision,
                             reason, profile, warnings, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?::jsonb, ?, ?, ?::jsonb, ?)
                        """)
                .params(Arrays.asList(
                        relief.id(),
                        version,
                        at,
                        relief.member(),
                        unit,
                        relief.kind().name(),
                        relief.ground(),
                        relief.percent(),
                        relief.from().atDay(1),
                        to == null ? null : to.atDay(1),
                        grounds.decision(),
                        grounds.reason(),
                        grounds.profile(),
                        grounds.warnings(),
                        grounds.actor()))
                .update();
    }

    static Relief relief(ResultSet row) throws SQLException {
        LocalDate to = row.getObject("to_month", LocalDate.class);
        return new Relief(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                Relief.Kind.valueOf(row.getString("kind")),
                row.getString("ground"),
                row.getObject("percent", Integer.class),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                to == null ? null : YearMonth.from(to));
    }
}
