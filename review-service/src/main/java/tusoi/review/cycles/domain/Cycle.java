package tusoi.review.cycles.domain;

import java.time.LocalDate;
import java.util.Set;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/** An opened cycle. */
public record Cycle(
        CycleId id,
        CycleKind kind,
        int year,
        UnitId openedBy,
        LocalDate openedOn,
        LocalDate dueOn,
        String profile,
        Set<SubjectType> subjectTypes) {
    public Cycle {
        subjectTypes = Set.copyOf(subjectTypes);
    }
}
