package tusoi.org.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.grants.domain.Grant;
import tusoi.org.grants.domain.Origin;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.scope.Role;

/** Grants with every version. */
@Repository
class Grants {
    private static final String CURRENT = """
            select id, version, account_id, role, unit_id, valid_from, nullif(valid_to, 'infinity') as valid_to,
                   source, source_id, given_by, recorded_from
            from org.grant_version where recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Grant grant, long version, Instant recordedAt) {}

    /**
     * Keeps others from changing the grant, or lending from it, until the transaction ends. Advisory, as a row lock asks for the
     * right to change the row, which who only holds a grant has not.
     */
    Optional<Stored> lock(UUID id) {
        hold(id);
        return jdbc.sql(CURRENT + " and id = ?")
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** What comes of the holding of a post, or is lent from a grant; locked. */
    List<Stored> lockFrom(UUID source) {
        hold(source);
        List<UUID> ids = jdbc.sql(
                        "select id from org.grant_version where recorded_to = 'infinity' and source_id = ? order by id")
                .param(source)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return ids.stream().flatMap(id -> lock(id).stream()).toList();
    }

    /** The account's grants that are or will be in force; locked. */
    List<Stored> lockOf(AccountId account, LocalDate today) {
        List<UUID> ids = jdbc.sql("""
                        select id from org.grant_version
                        where recorded_to = 'infinity' and account_id = ? and valid_to > ? and valid_from < valid_to order by id
                        """)
                .params(account.value(), today)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return ids.stream().flatMap(id -> lock(id).stream()).toList();
    }

    /** The account's grants of the role, in force or to be, that cover the unit. */
    List<Grant> covering(AccountId account, Role role, UnitId unit, LocalDate today) {
        return jdbc.sql(CURRENT + """
                          and account_id = :account and role = :role and valid_to > :today and valid_from < valid_to
                          and unit_id in (select scope.holders_of(:unit))
                        order by id
                        """)
                .param("account", account.value())
                .param("role", role.name())
                .param("today", today)
                .param("unit", unit.value())
                .query((row, n) -> stored(row).grant())
                .list();
    }

    /**
     * An administrator's grant of the same to the same account, for days of which some are the same: taken away alone it would leave the
     * right in force. Holds the account, so that of two at once one is seen.
     */
    Optional<UUID> given(Grant wanted) {
        hold(wanted.account().value());
        return jdbc.sql(CURRENT + """
                          and account_id = :account and role = :role and unit_id = :unit and source = 'ADMIN'
                          and valid_from < valid_to
                          and valid_from < coalesce(:to::date, 'infinity') and valid_to > :from
                        limit 1
                        """)
                .param("account", wanted.account().value())
                .param("role", wanted.role().name())
                .param("unit", wanted.unit().value())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .query((row, n) -> stored(row).grant().id())
                .optional();
    }

    private void hold(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?::text, 20081))")
                .param(id)
                .query()
                .singleRow();
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
                            (id, version, account_id, role, unit_id, valid_from, valid_to, recorded_from, source, source_id,
                             given_by)
                        values (?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        grant.id(),
                        version,
                        grant.account().value(),
                        grant.role().name(),
                        grant.unit().value(),
                        grant.from(),
                        grant.to(),
                        at,
                        grant.origin().source().name(),
                        grant.origin().sourceId(),
                        grant.origin().givenBy() == null
                                ? null
                                : grant.origin().givenBy().value()))
                .update();
        noteForMirror(grant.unit());
    }

    /** For Keycloak's groups, in the background. */
    private void noteForMirror(UnitId unit) {
        jdbc.sql("insert into org.unit_to_mirror (unit_id) values (?)")
                .param(unit.value())
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        UUID givenBy = row.getObject("given_by", UUID.class);
        Origin origin = new Origin(
                Origin.Source.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class),
                account(givenBy));
        Grant grant = new Grant(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                origin);
        return new Stored(
                grant,
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }
}
