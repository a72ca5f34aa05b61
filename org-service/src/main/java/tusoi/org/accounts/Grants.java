package tusoi.org.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.accounts.domain.Grant;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.scope.Role;

/** Grants with every version. */
@Repository
class Grants {
    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Grant grant, long version, Instant recordedAt) {}

    Optional<Stored> lock(UUID id) {
        return jdbc.sql("""
                        select id, version, account_id, role, unit_id, valid_from, nullif(valid_to, 'infinity') as valid_to,
                               recorded_from
                        from org.grant_version where id = ? and recorded_to = 'infinity' for update
                        """).param(id).query((row, n) -> stored(row)).optional();
    }

    void save(Grant grant, long version, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        if (version > 1) {
            jdbc.sql("update org.grant_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                    .params(Arrays.asList(at, grant.id()))
                    .update();
        }
        jdbc.sql("""
                        insert into org.grant_version
                            (id, version, account_id, role, unit_id, valid_from, valid_to, recorded_from)
                        values (?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?)
                        """)
                .params(Arrays.asList(
                        grant.id(),
                        version,
                        grant.account().value(),
                        grant.role().name(),
                        grant.unit().value(),
                        grant.from(),
                        grant.to(),
                        at))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Grant grant = new Grant(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new Stored(
                grant,
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }
}
