package tusoi.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView.SpanView;

/**
 * Removals as they were decided, beside those that the register has applied.
 *
 * @param absent why there are no figures
 * @param decided {@code removal.members}
 * @param applied {@code member.struck-off}, {@code .withdrew} and {@code .screened-out} together
 * @param withheld how many differences are of units that the caller has no right at today
 * @param items what is on one side only, or on two days
 */
record RemovalDifferencesView(
        UUID unitId,
        SpanView span,
        LocalDate asOf,
        Instant knownAt,
        @Nullable String absent,
        int decided,
        int applied,
        int withheld,
        List<RemovalDifferenceView> items) {

    /**
     * @param what DECIDED_NOT_APPLIED, APPLIED_NOT_DECIDED or APPLIED_ON_ANOTHER_DAY, within the span asked for
     * @param kind STRIKE_OFF, WITHDRAWAL or SCREENING
     * @param unitId the unit of record of the decision, or else of the departure
     */
    record RemovalDifferenceView(
            String what,
            String kind,
            UUID memberId,
            @Nullable UUID caseId,
            UUID unitId,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate appliedOn,
            List<RemovalConflictView> conflicts) {}

    /** @param reason why the register did not apply it: a code, or the rule that refused */
    record RemovalConflictView(UUID conflictId, String reason, boolean settled) {}
}
