package tusoi.review.targets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.review.contract.TargetId;
import tusoi.review.targets.domain.SetTarget;

@Repository
class Targets {
    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The target of the same unit, indicator and span, locked. */
    Optional<Target> lock(SetTarget command) {
        return jdbc.sql("""
                select * from review.target
                where unit_id = :unit and indicator = :indicator and from_day = :from and to_day = :to
                for update
                """)
                .param("unit", command.unit().value())
                .param("indicator", command.indicator())
                .param("from", command.from())
                .param("to", command.to())
                .query((row, number) -> target(row))
                .optional();
    }

    void save(Target target) {
        jdbc.sql("""
                insert into review.target as known (id, unit_id, indicator, from_day, to_day, planned, version, recorded_at)
                values (:id, :unit, :indicator, :from, :to, :planned, :version, :recordedAt)
                on conflict (id) do update set planned = excluded.planned, version = excluded.version,
                    recorded_at = excluded.recorded_at
                """)
                .param("id", target.id().value())
                .param("unit", target.unitId())
                .param("indicator", target.indicator())
                .param("from", target.from())
                .param("to", target.to())
                .param("planned", target.planned())
                .param("version", target.version())
                .param("recordedAt", OffsetDateTime.ofInstant(target.recordedAt(), ZoneOffset.UTC))
                .update();
    }

    static Target target(ResultSet row) throws SQLException {
        return new Target(
                new TargetId(row.getObject("id", UUID.class)),
                row.getObject("unit_id", UUID.class),
                row.getString("indicator"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getBigDecimal("planned"),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    record Target(
            TargetId id,
            UUID unitId,
            String indicator,
            LocalDate from,
            LocalDate to,
            BigDecimal planned,
            long version,
            Instant recordedAt) {}
}
