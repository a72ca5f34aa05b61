package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView.SpanView;

/**
 * A page of the facts that a figure counts. All pages together, and what is withheld, are as many as the figure's numerator, or its
 * part's; of a figure that is a sum their amounts are its numerator.
 *
 * @param absent why there is no figure, and so no row
 * @param withheld how many of them are of units that the caller has no right at today
 * @param next the cursor of the next page; it keeps the instant whose knowledge is used
 */
record RowsView(
        String indicator,
        UUID unitId,
        SpanView span,
        LocalDate asOf,
        Instant knownAt,
        String cycle,
        @Nullable String absent,
        List<RowView> items,
        int withheld,
        @Nullable String next) {

    /**
     * @param fact MEMBERSHIP, MOVEMENT, REVIEW, REVIEW_GRADE, DISCIPLINE_DECISION, REMOVAL, MEETING, ATTENDANCE, POST_HOLDING, TARGET_RESULT or UNIT
     * @param id of the member, review, case, meeting, session, post, target or unit whose version tells it
     * @param n its place among the facts that this version tells
     * @param recordedAt when that version was recorded
     * @param subjectId the member or unit whom it is about
     * @param day on which it was or from which it holds
     * @param until the day on which it holds no more; null where it is of one day, or holds on
     * @param causeId the case that it came of; null where there is none, or the caller may not read cases of its unit
     * @param amount what it adds to a figure that is a sum; null where it counts as one
     * @param unit its unit of record
     * @param placedIn the unit of the tree asked for where it is placed; null where it is unplaced
     * @param dimensions what it tells of itself, several values where there are several
     */
    record RowView(
            String fact,
            UUID id,
            int n,
            long version,
            Instant recordedAt,
            UUID subjectId,
            @Nullable LocalDate day,
            @Nullable LocalDate until,
            @Nullable UUID causeId,
            @Nullable BigDecimal amount,
            RowUnitView unit,
            @Nullable RowUnitView placedIn,
            Map<String, List<String>> dimensions) {}

    /** @param code null where the unit was not known then */
    record RowUnitView(
            UUID id, @Nullable String code, @Nullable String name) {}
}
