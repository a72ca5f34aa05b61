package tusoi.review.cycles.domain;

import static tusoi.review.cycles.domain.CycleRules.REV_01;
import static tusoi.review.cycles.domain.CycleRules.REV_02;
import static tusoi.review.cycles.domain.CycleRules.REV_03;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.CyclePicture;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/** A superior opens a cycle of a year for what is under it. */
public record OpenCycle(
        CycleId id,
        CycleKind kind,
        int year,
        UnitId openedBy,
        LocalDate openedOn,
        LocalDate dueOn,
        Set<SubjectType> subjectTypes) {
    public OpenCycle {
        subjectTypes = Set.copyOf(subjectTypes);
    }

    /**
     * REV-01 and REV-03 refuse; REV-02 warns of a due day past the profile's (25-HD/BTCTW 2023).
     *
     * @param overlapping cycles of the year and kind opened above, at or below this unit for one of the same subject types
     */
    public Decision<Cycle, String> open(List<CycleId> overlapping, LocalDate today, RuleProfile profile) {
        if (openedOn.getYear() < year || openedOn.isAfter(today) || dueOn.isBefore(openedOn)) {
            return Decision.refused(
                    REV_01,
                    "Year " + year + ", opened on " + openedOn + ", due on " + dueOn,
                    Map.of("year", year, "openedOn", openedOn.toString(), "dueOn", dueOn.toString()));
        }
        if (!overlapping.isEmpty()) {
            return Decision.refused(
                    REV_03,
                    "The year's cycle for these subjects is open already",
                    Map.of("cycleId", overlapping.getFirst().value()));
        }
        LocalDate lastDay = lastDay(profile);
        var cycle = new Cycle(id, kind, year, openedBy, openedOn, dueOn, profile.code(), subjectTypes);
        return Decision.<Cycle, String>accepted(cycle, CyclePicture.OPENED)
                .warnUnless(
                        !dueOn.isAfter(lastDay),
                        REV_02,
                        "Due on " + dueOn + ", after " + lastDay,
                        Map.of("dueOn", dueOn.toString(), "lastDay", lastDay.toString()));
    }

    private LocalDate lastDay(RuleProfile profile) {
        return LocalDate.of(
                year,
                profile.number(REV_02, "dueMonth").intValueExact(),
                profile.number(REV_02, "dueDay").intValueExact());
    }
}
