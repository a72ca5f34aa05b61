package tusoi.review.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.IfMatch;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.Grade;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.Ballots;
import tusoi.review.reviews.domain.GradeRevision;
import tusoi.review.reviews.domain.Proposal;
import tusoi.review.reviews.domain.Review;
import tusoi.review.reviews.domain.SelfReview;
import tusoi.review.reviews.domain.Subject;
import tusoi.scope.Right;

/** Reviews of the units that the running account covers; others are not found. */
@Repository
class Reviews {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reviews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** 404 where no grant covers it, 403 where none of those that do has the right, 412 where the version is another by now. */
    Locked lock(ReviewId id, Right right, @Nullable IfMatch expected) {
        jdbc.sql("select set_config('review.one_row', 'on', true)")
                .query(String.class)
                .single();
        Locked locked = jdbc.sql("""
                select r.*,
                    (select json_agg(json_build_object('revision', g.revision, 'grade', g.grade, 'decidedOn', g.decided_on,
                            'decider', json_build_object('value', g.decider_unit_id)) order by g.revision)
                     from review.grade g where g.review_id = r.id) as grades,
                    review.holds(:right, r.unit_id) as allowed
                from review.review r
                where r.id = :id
                for update of r
                """)
                .param("id", id.value())
                .param("right", right.name())
                .query((row, number) -> locked(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("Review"));
        if (!locked.allowed()) {
            throw ProblemException.lacksRight(right.name());
        }
        if (expected != null) {
            expected.mustBe(locked.version());
        }
        return locked;
    }

    /** A member's reviews, each locked, the excluded too; as loader, past row policies. */
    List<Locked> lockOf(SubjectId member) {
        return jdbc.sql("""
                select r.*,
                    (select json_agg(json_build_object('revision', g.revision, 'grade', g.grade, 'decidedOn', g.decided_on,
                            'decider', json_build_object('value', g.decider_unit_id)) order by g.revision)
                     from review.grade g where g.review_id = r.id) as grades,
                    true as allowed
                from review.review r
                where r.subject_id = :member and r.subject_type = 'MEMBER'
                order by r.id
                for update of r
                """)
                .param("member", member.value())
                .query((row, number) -> locked(row))
                .list();
    }

    /** Of another entry of the same person from now on. */
    void move(ReviewId id, SubjectId to, long version, Instant recordedAt) {
        jdbc.sql("update review.review set subject_id = ?, version = ?, recorded_at = ? where id = ?")
                .params(to.value(), version, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC), id.value())
                .update();
    }

    /** Not graded any more; the grades it had stay in its history. */
    void exclude(ReviewId id, ExclusionReason reason, long version, Instant recordedAt) {
        jdbc.sql("""
                update review.review set state = 'EXCLUDED', excluded_reason = ?, grade = null, proposed_grade = null, version = ?,
                    recorded_at = ?
                where id = ?
                """)
                .params(reason.name(), version, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC), id.value())
                .update();
    }

    void update(ReviewRecord after, long version, Instant recordedAt) {
        SelfReview self = after.self();
        Proposal proposal = after.proposal();
        Ballots ballots = proposal == null ? null : proposal.ballots();
        jdbc.sql("""
                update review.review set state = :state, self_reviewed_on = :selfReviewedOn, self_grade = :selfGrade,
                    self_text = :selfText, proposed_on = :proposedOn, proposed_grade = :proposedGrade,
                    eligible = :eligible, present = :present, in_favour = :inFavour, grade = :grade,
                    reported_on = :reportedOn, version = :version, recorded_at = :recordedAt
                where id = :id
                """)
                .param("id", after.subject().id().value())
                .param("state", ReviewState.of(after.toReview()).name())
                .param("selfReviewedOn", self == null ? null : self.on())
                .param("selfGrade", self == null ? null : self.grade().name())
                .param("selfText", self == null ? null : self.text())
                .param("proposedOn", proposal == null ? null : proposal.on())
                .param(
                        "proposedGrade",
                        proposal == null ? null : proposal.grade().name())
                .param("eligible", ballots == null ? null : ballots.eligible())
                .param("present", ballots == null ? null : ballots.present())
                .param("inFavour", ballots == null ? null : ballots.inFavour())
                .param(
                        "grade",
                        after.grades().isEmpty()
                                ? null
                                : after.grades().getLast().grade().name())
                .param("reportedOn", after.reportedOn())
                .param("version", version)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .update();
    }

    void addGrade(ReviewId id, GradeRevision grade, @Nullable String reason, Instant recordedAt) {
        jdbc.sql("""
                insert into review.grade (review_id, revision, grade, decided_on, decider_unit_id, reason, recorded_at)
                values (:id, :revision, :grade, :decidedOn, :decider, :reason, :recordedAt)
                """)
                .param("id", id.value())
                .param("revision", grade.revision())
                .param("grade", grade.grade().name())
                .param("decidedOn", grade.decidedOn())
                .param("decider", grade.decider().value())
                .param("reason", reason)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .update();
    }

    private Locked locked(ResultSet row) throws SQLException {
        var flat = new ReviewRecord(
                subject(row),
                row.getString("excluded_reason") == null
                        ? null
                        : ExclusionReason.valueOf(row.getString("excluded_reason")),
                self(row),
                proposal(row),
                grades(row.getString("grades")),
                row.getObject("reported_on", LocalDate.class));
        return new Locked(
                flat.toReview(),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new UnitId(row.getObject("cap_group_unit_id", UUID.class)),
                row.getBoolean("allowed"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                new ReviewId(row.getObject("id", UUID.class)),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                row.getInt("year"),
                SubjectType.valueOf(row.getString("subject_type")),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("opened_on", LocalDate.class),
                row.getString("profile"));
    }

    private static @Nullable SelfReview self(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("self_reviewed_on", LocalDate.class);
        return on == null
                ? null
                : new SelfReview(on, Grade.valueOf(row.getString("self_grade")), row.getString("self_text"));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("proposed_on", LocalDate.class);
        if (on == null) {
            return null;
        }
        Integer eligible = row.getObject("eligible", Integer.class);
        Ballots ballots =
                eligible == null ? null : new Ballots(eligible, row.getInt("present"), row.getInt("in_favour"));
        return new Proposal(on, Grade.valueOf(row.getString("proposed_grade")), ballots);
    }

    private List<GradeRevision> grades(@Nullable String aggregated) {
        return aggregated == null ? List.of() : Arrays.asList(json.readValue(aggregated, GradeRevision[].class));
    }

    /** A review that nobody else changes until the transaction ends. */
    record Locked(Review review, long version, Instant recordedAt, UnitId capGroup, boolean allowed) {
        ProblemException wrongState(String needed) {
            return ProblemException.wrongState("The review is " + ReviewState.of(review) + ", not " + needed);
        }
    }
}
