package tusoi.org.assignments.domain;

import static tusoi.org.assignments.domain.AssignmentRules.ORG_93;
import static tusoi.org.assignments.domain.AssignmentRules.ORG_94;
import static tusoi.org.assignments.domain.AssignmentRules.ORG_95;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;

/** A committee member looks after a branch on the days in {@code [from, to)}. */
public record Assignment(
        UUID id,
        MemberId member,
        UnitId branch,
        LocalDate from,
        @Nullable LocalDate to) {
    /** What happened to an assignment. */
    public enum Change {
        MADE,
        ENDED
    }

    /**
     * What an assignment is judged by on its first day.
     *
     * @param committeeAbove whether the member sits on a committee of a unit above the branch
     */
    public record Situation(boolean memberInForce, boolean branchLives, boolean committeeAbove) {}

    /** ORG-93, ORG-94, ORG-95. */
    public static Decision<Assignment, Change> make(Assignment wanted, Situation situation, List<Assignment> others) {
        if (wanted.to() != null && !wanted.to().isAfter(wanted.from())) {
            return Decision.refused(ORG_94, "It ends before it begins", Map.of("validFrom", wanted.from()));
        }
        if (!situation.memberInForce() || !situation.branchLives()) {
            return Decision.refused(
                    ORG_94,
                    situation.memberInForce()
                            ? "It is no branch that lives then"
                            : "The membership is not in force then",
                    Map.of("validFrom", wanted.from()));
        }
        if (others.stream().anyMatch(wanted::isSameAtOnce)) {
            return Decision.refused(ORG_95, "Assigned there at that time already", Map.of("validFrom", wanted.from()));
        }
        return Decision.accepted(wanted, Change.MADE)
                .warnUnless(
                        situation.committeeAbove(),
                        ORG_93,
                        "The member sits on no committee above the branch",
                        Map.of("validFrom", wanted.from()));
    }

    /** ORG-94: from the day on the member does not look after the branch any more. */
    public Decision<Assignment, Change> end(LocalDate on) {
        if (!on.isAfter(from) || (to != null && !on.isBefore(to))) {
            return Decision.refused(ORG_94, "Not assigned on " + on, Map.of("validFrom", from, "on", on));
        }
        return Decision.accepted(new Assignment(id, member, branch, from, on), Change.ENDED);
    }

    private boolean isSameAtOnce(Assignment other) {
        return other.branch().equals(branch)
                && (other.to() == null || from.isBefore(other.to()))
                && (to == null || other.from().isBefore(to));
    }
}
