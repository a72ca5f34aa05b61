package tusoi.org.posts;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.PostHolding;

/** Holdings as aggregates; every version stays. */
@Repository
class PostHoldings {
    private static final String SELECT = """
            select id, version, member_id, unit_id, post, label, external, mode, valid_from,
                   nullif(valid_to, 'infinity') as valid_to, recorded_from
            from org.post_version where recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    PostHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(PostHolding holding, long version, Instant recordedAt) {}

    List<Stored> ofMember(MemberId member) {
        return jdbc.sql(SELECT + " and member_id = ? order by valid_from, id")
                .param(member.value())
                .query((row, n) -> stored(row))
                .list();
    }

    Optional<Stored> lock(UUID id) {
        return jdbc.sql(SELECT + " and id = ? for update")
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    void save(PostHolding holding, long version, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.post_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(Arrays.asList(at, holding.id()))
                .update();
        jdbc.sql("""
                        insert into org.post_version (id, version, member_id, unit_id, post, label, external, mode, valid_from,
                                                      valid_to, recorded_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?)
                        """)
                .params(Arrays.asList(
                        holding.id(),
                        version,
                        holding.member().value(),
                        holding.unit().value(),
                        holding.post(),
                        holding.label(),
                        holding.external(),
                        holding.mode().name(),
                        holding.from(),
                        holding.to(),
                        at))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        PostHolding holding = new PostHolding(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("post"),
                row.getString("label"),
                row.getBoolean("external"),
                PostHolding.Mode.valueOf(row.getString("mode")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new Stored(
                holding,
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }
}
