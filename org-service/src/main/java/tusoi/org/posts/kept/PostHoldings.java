package tusoi.org.posts.kept;

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
import tusoi.org.grants.PostRights;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Basis;
import tusoi.org.posts.domain.PostHolding.Term;

/** Holdings as aggregates; every version stays. */
@Repository
public class PostHoldings {
    private static final String VERSIONS = """
            select id, version, member_id, unit_id, post, label, external, mode, valid_from,
                   nullif(valid_to, 'infinity') as valid_to, term_from, term_to, appointed_by, decision_number, recorded_from
            from org.post_version
            """;
    private static final String SELECT = VERSIONS + " where recorded_to = 'infinity'";

    private final JdbcClient jdbc;
    private final RolesOfPosts roles;

    public PostHoldings(JdbcClient jdbc, RolesOfPosts roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    public record Stored(PostHolding holding, long version, Instant recordedAt) {}

    public List<Stored> ofMember(MemberId member) {
        return jdbc.sql(SELECT + " and member_id = ? order by valid_from, id")
                .param(member.value())
                .query((row, n) -> stored(row))
                .list();
    }

    /** The party's posts at the unit that are held on the day or later. */
    public List<Stored> atUnit(UnitId unit, LocalDate day) {
        return jdbc.sql(SELECT + " and unit_id = ? and not external and valid_to > ? order by id")
                .params(unit.value(), day)
                .query((row, n) -> stored(row))
                .list();
    }

    public Optional<Stored> find(UUID id) {
        return select(id, "");
    }

    public Optional<Stored> lock(UUID id) {
        return select(id, " for update");
    }

    /** As it was held to be then. */
    public PostHolding version(UUID id, long version) {
        return jdbc.sql(VERSIONS + " where id = ? and version = ?")
                .params(id, version)
                .query((row, n) -> stored(row))
                .single()
                .holding();
    }

    /** What the holding gives. */
    public PostRights rights(PostHolding holding) {
        return new PostRights(holding.id(), holding.unit(), roles.of(holding), holding.from(), holding.to());
    }

    private Optional<Stored> select(UUID id, String lock) {
        return jdbc.sql(SELECT + " and id = ?" + lock)
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** @param warnings those that were answered, as JSON */
    public void save(PostHolding holding, long version, Instant recordedAt, String profile, String warnings) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.post_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(Arrays.asList(at, holding.id()))
                .update();
        Basis basis = holding.basis();
        Term term = basis.term();
        jdbc.sql("""
                        insert into org.post_version (id, version, member_id, unit_id, post, label, external, mode, valid_from,
                                                      valid_to, recorded_from, term_from, term_to, appointed_by,
                                                      decision_number, profile, warnings)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?::date, ?::date, ?, ?, ?, ?::jsonb)
                        """)
                .params(Arrays.asList(
                        holding.id(),
                        version,
                        holding.member().value(),
                        holding.unit().value(),
                        holding.post(),
                        holding.label(),
                        holding.external(),
                        basis.mode().name(),
                        holding.from(),
                        holding.to(),
                        at,
                        term == null ? null : term.from(),
                        term == null ? null : term.to(),
                        basis.appointedBy() == null ? null : basis.appointedBy().value(),
                        basis.decisionNumber(),
                        profile,
                        warnings))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        LocalDate termFrom = row.getObject("term_from", LocalDate.class);
        LocalDate termTo = row.getObject("term_to", LocalDate.class);
        UUID appointedBy = row.getObject("appointed_by", UUID.class);
        Basis basis = new Basis(
                PostHolding.Mode.valueOf(row.getString("mode")),
                term(termFrom, termTo),
                appointedBy == null ? null : new UnitId(appointedBy),
                row.getString("decision_number"));
        PostHolding holding = new PostHolding(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("post"),
                row.getString("label"),
                row.getBoolean("external"),
                basis,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new Stored(
                holding,
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Term term(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : new Term(from, to);
    }
}
