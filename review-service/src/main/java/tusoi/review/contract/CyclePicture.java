package tusoi.review.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The data of {@code review.cycle-opened.v1}; key and aggregate are the cycle. */
public record CyclePicture(
        UUID cycleId,
        CycleKind kind,
        int year,
        UUID openedByUnitId,
        LocalDate openedOn,
        LocalDate dueOn,
        String profile,
        List<SubjectType> subjectTypes) {
    public static final String OPENED = "review.cycle-opened.v1";

    public CyclePicture {
        subjectTypes = List.copyOf(subjectTypes);
    }
}
