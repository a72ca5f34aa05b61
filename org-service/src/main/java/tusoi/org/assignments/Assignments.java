package tusoi.org.assignments;

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
import tusoi.org.assignments.domain.Assignment;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.HeldPosts;

/** Assignments as aggregates; every version stays. */
@Repository
class Assignments {
    private static final String SELECT = """
            select id, version, member_id, unit_id, valid_from, nullif(valid_to, 'infinity') as valid_to, recorded_from
            from org.assignment_version where recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Assignment assignment, long version, Instant recordedAt) {}

    List<Assignment> ofMember(MemberId member) {
        return jdbc.sql(SELECT + " and member_id = ? order by valid_from, id")
                .param(member.value())
                .query((row, n) -> stored(row).assignment())
                .list();
    }

    Optional<Stored> find(UUID id) {
        return select(id, "");
    }

    Optional<Stored> lock(UUID id) {
        return select(id, " for update");
    }

    private Optional<Stored> select(UUID id, String lock) {
        return jdbc.sql(SELECT + " and id = ?" + lock)
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Whether the member sits on a committee of a unit above the branch on the assignment's first day. */
    boolean sitsAbove(Assignment wanted) {
        return jdbc.sql("""
                        select exists (
                            select from org.post_version p
                                join scope.closure c on c.ancestor_id = p.unit_id
                            where p.recorded_to = 'infinity' and p.member_id = :member and not p.external
                              and p.post = any (:posts) and p.valid_from <= :day and p.valid_to > :day
                              and c.unit_id = :branch and c.depth > 0 and c.recorded_to = 'infinity'
                              and c.valid_from <= :day and c.valid_to > :day)
                        """)
                .param("member", wanted.member().value())
                .param("posts", HeldPosts.COMMITTEE_POSTS.toArray(String[]::new))
                .param("day", wanted.from())
                .param("branch", wanted.branch().value())
                .query(Boolean.class)
                .single();
    }

    void save(Assignment assignment, long version, Instant recordedAt, String warnings) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.assignment_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(Arrays.asList(at, assignment.id()))
                .update();
        jdbc.sql("""
                        insert into org.assignment_version
                            (id, version, member_id, unit_id, valid_from, valid_to, recorded_from, warnings)
                        values (?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?::jsonb)
                        """)
                .params(Arrays.asList(
                        assignment.id(),
                        version,
                        assignment.member().value(),
                        assignment.branch().value(),
                        assignment.from(),
                        assignment.to(),
                        at,
                        warnings))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Assignment assignment = new Assignment(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new Stored(
                assignment,
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }
}
