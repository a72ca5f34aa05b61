package tusoi.review.reviews;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.Grade;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.ReviewPicture;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.requests.Places;
import tusoi.review.requests.UnitReferences;
import tusoi.review.reviews.domain.Ballots;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of reviews, each within the account's REVIEW_READ; a member's single review is a personal file, so its read is kept. */
@Component
class ReviewQueries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Scope scope;
    private final UnitReferences units;
    private final Audit audit;

    ReviewQueries(JdbcClient jdbc, JsonMapper json, Scope scope, UnitReferences units, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.scope = scope;
        this.units = units;
        this.audit = audit;
    }

    /** A cycle's reviews in the order they were entered; those of a unit and what was under it on the opening day. */
    @Transactional(readOnly = true)
    Page<ReviewLine> ofCycle(
            CycleId cycle,
            @Nullable String unit,
            @Nullable SubjectType subjectType,
            @Nullable ReviewState state,
            PageRequest page) {
        LocalDate openedOn = openedOn(cycle);
        List<ReviewLine> found = jdbc.sql("""
                select r.*, n.full_name
                from review.review r
                left join review.member_name n on r.subject_type = 'MEMBER' and n.member_id = r.subject_id
                where r.cycle_id = :cycle and r.unit_id in (select scope.units_with('REVIEW_READ'))
                  and (:unit::uuid is null or r.unit_id in (select c.unit_id from scope.closure c
                        where c.ancestor_id = :unit::uuid and c.valid_from <= :openedOn and c.valid_to > :openedOn
                          and c.recorded_to = 'infinity'))
                  and (:subjectType::text is null or r.subject_type = :subjectType)
                  and (:state::text is null or r.state = :state)
                  and (:after::uuid is null or r.id > :after::uuid)
                order by r.id
                limit :limit
                """)
                .param("cycle", cycle.value())
                .param("openedOn", openedOn)
                .param("unit", unit == null ? null : readable(unit).value())
                .param("subjectType", subjectType == null ? null : subjectType.name())
                .param("state", state == null ? null : state.name())
                .param("after", Places.id(page))
                .param("limit", page.size() + 1)
                .query((row, number) -> new ReviewLine(
                        row.getObject("id", UUID.class),
                        SubjectType.valueOf(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class),
                        row.getString("full_name"),
                        row.getObject("unit_id", UUID.class),
                        ReviewState.valueOf(row.getString("state")),
                        row.getLong("version"),
                        enumOf(ExclusionReason.class, row.getString("excluded_reason")),
                        enumOf(Grade.class, row.getString("self_grade")),
                        enumOf(Grade.class, row.getString("proposed_grade")),
                        enumOf(Grade.class, row.getString("grade")),
                        row.getObject("reported_on", LocalDate.class)))
                .list();
        return Cursor.page(found, page.size(), line -> Cursor.of(line.reviewId()));
    }

    @Transactional
    ReviewView byId(ReviewId id) {
        ReviewView view = jdbc.sql("""
                select r.*, n.full_name,
                    (select json_agg(json_build_object('revision', g.revision, 'grade', g.grade, 'decidedOn', g.decided_on,
                            'deciderUnitId', g.decider_unit_id) order by g.revision)
                     from review.grade g where g.review_id = r.id) as grades,
                    (select json_agg(json_build_object('version', w.version, 'rule', w.rule, 'detail', w.detail,
                            'facts', w.facts, 'reason', w.reason) order by w.version, w.rule)
                     from review.answered_warning w where w.aggregate_id = r.id) as warnings
                from review.review r
                left join review.member_name n on r.subject_type = 'MEMBER' and n.member_id = r.subject_id
                where r.id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new ReviewView(
                        row.getObject("id", UUID.class),
                        row.getObject("cycle_id", UUID.class),
                        row.getInt("year"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class),
                        row.getString("full_name"),
                        row.getObject("unit_id", UUID.class),
                        ReviewState.valueOf(row.getString("state")),
                        row.getLong("version"),
                        enumOf(ExclusionReason.class, row.getString("excluded_reason")),
                        row.getObject("self_reviewed_on", LocalDate.class),
                        enumOf(Grade.class, row.getString("self_grade")),
                        row.getString("self_text"),
                        row.getObject("proposed_on", LocalDate.class),
                        enumOf(Grade.class, row.getString("proposed_grade")),
                        row.getObject("eligible") == null
                                ? null
                                : new Ballots(row.getInt("eligible"), row.getInt("present"), row.getInt("in_favour")),
                        listOf(ReviewPicture.Revision[].class, row.getString("grades")),
                        row.getObject("reported_on", LocalDate.class),
                        row.getString("profile"),
                        listOf(WarningView[].class, row.getString("warnings"))))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("Review"));
        scope.require(Right.REVIEW_READ, view.unitId());
        if (view.subjectType() == SubjectType.MEMBER) {
            audit.read("review.read", "review", view.reviewId(), view.unitId());
        }
        return view;
    }

    private LocalDate openedOn(CycleId cycle) {
        return jdbc.sql("""
                select c.opened_on from review.cycle c
                where c.id = :cycle and review.is_visible(c.opened_by_unit_id, c.opened_on)
                """)
                .param("cycle", cycle.value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("Cycle"));
    }

    private UnitId readable(String unit) {
        UnitId id = units.find(unit);
        scope.require(Right.REVIEW_READ, id.value());
        return id;
    }

    private static <E extends Enum<E>> @Nullable E enumOf(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private <T> List<T> listOf(Class<T[]> type, @Nullable String aggregated) {
        return aggregated == null ? List.of() : Arrays.asList(json.readValue(aggregated, type));
    }

    /** A review in a list. {@code grade} is that of the last revision. */
    record ReviewLine(
            UUID reviewId,
            SubjectType subjectType,
            UUID subjectId,
            @Nullable String subjectName,
            UUID unitId,
            ReviewState state,
            long version,
            @Nullable ExclusionReason excludedReason,
            @Nullable Grade selfGrade,
            @Nullable Grade proposedGrade,
            @Nullable Grade grade,
            @Nullable LocalDate reportedOn) {}

    /** A review with all that is known of it; {@code version} is its ETag. */
    record ReviewView(
            UUID reviewId,
            UUID cycleId,
            int year,
            SubjectType subjectType,
            UUID subjectId,
            @Nullable String subjectName,
            UUID unitId,
            ReviewState state,
            long version,
            @Nullable ExclusionReason excludedReason,
            @Nullable LocalDate selfReviewedOn,
            @Nullable Grade selfGrade,
            @Nullable String selfText,
            @Nullable LocalDate proposedOn,
            @Nullable Grade proposedGrade,
            @Nullable Ballots ballots,
            List<ReviewPicture.Revision> grades,
            @Nullable LocalDate reportedOn,
            String profile,
            List<WarningView> warnings) {}

    /** A warning that was gone past, at the version that did it. */
    record WarningView(long version, String rule, String detail, Object facts, String reason) {}
}
