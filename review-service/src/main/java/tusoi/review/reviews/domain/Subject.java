package tusoi.review.reviews.domain;

import java.time.LocalDate;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/**
 * Who is reviewed in which cycle.
 *
 * @param unit the unit of record: a member's home on the opening day, the unit itself otherwise
 * @param openedOn the cycle's opening day
 * @param profile the rule profile that this day picked
 */
public record Subject(
        ReviewId id,
        CycleId cycle,
        int year,
        SubjectType type,
        SubjectId subjectId,
        UnitId unit,
        LocalDate openedOn,
        String profile) {
    /** The same review of another entry of the same person. */
    public Subject of(SubjectId entry) {
        return new Subject(id, cycle, year, type, entry, unit, openedOn, profile);
    }
}
