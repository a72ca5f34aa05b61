package tusoi.org.workingrules.domain;

import static tusoi.org.workingrules.domain.FilingRules.ORG_125;
import static tusoi.org.workingrules.domain.FilingRules.ORG_126;
import static tusoi.org.workingrules.domain.FilingRules.ORG_127;
import static tusoi.org.workingrules.domain.FilingRules.ORG_128;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.Places;
import tusoi.platform.rules.Decision;

/** A unit's working rules, in force on the days in {@code [validFrom, validTo)}. */
public record WorkingRules(
        UUID id,
        UUID unit,
        String documentNumber,
        LocalDate adoptedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Attachment attachment,
        List<Task> tasks) {
    public WorkingRules {
        tasks = List.copyOf(tasks);
    }

    /** What the paper is; it stays where it is. */
    public record Attachment(String fileName, String mediaType, long bytes, String sha256) {}

    public record Task(UUID memberId, String task) {}

    /** What happened to them. */
    public enum Change {
        FILED,
        CORRECTED,
        ENDED
    }

    /** The validity of other working rules of the unit. */
    public record Other(LocalDate from, @Nullable LocalDate to) {}

    /**
     * What the register knows.
     *
     * @param members at home in the unit or under it when the rules begin
     */
    public record Known(boolean unitLives, Set<UUID> members, List<Other> others) {}

    /** ORG-125 to ORG-128. */
    public Decision<WorkingRules, Change> file(Change change, Known known) {
        if (!known.unitLives() || (validTo != null && !validTo.isAfter(validFrom))) {
            return Decision.refused(
                    ORG_125,
                    known.unitLives() ? "They end before they begin" : "The unit does not live when they begin",
                    Map.of("validFrom", validFrom));
        }
        if (known.others().stream().anyMatch(this::meets)) {
            return Decision.refused(ORG_126, "Others are in force then", Map.of("validFrom", validFrom));
        }
        Places places = new Places();
        for (int i = 0; i < tasks.size(); i++) {
            places.addUnless(
                    known.members().contains(tasks.get(i).memberId()),
                    "tasks[" + i + "].memberId",
                    tasks.get(i).memberId() + " is not at home in the unit when they begin");
        }
        if (!places.isEmpty()) {
            return Decision.refused(ORG_127, places.summary(), places.facts());
        }
        return Decision.accepted(this, change)
                .warnUnless(
                        !adoptedOn.isAfter(validFrom),
                        ORG_128,
                        "Adopted after the day they begin on",
                        Map.of("adoptedOn", adoptedOn, "validFrom", validFrom));
    }

    /** ORG-125: from the day on they are not in force any more. */
    public Decision<WorkingRules, Change> end(LocalDate on) {
        if (!on.isAfter(validFrom) || (validTo != null && !on.isBefore(validTo))) {
            return Decision.refused(ORG_125, "Not in force then", Map.of("validFrom", validFrom, "on", on));
        }
        return Decision.accepted(
                new WorkingRules(id, unit, documentNumber, adoptedOn, validFrom, on, attachment, tasks), Change.ENDED);
    }

    private boolean meets(Other other) {
        return (other.to() == null || validFrom.isBefore(other.to()))
                && (validTo == null || other.from().isBefore(validTo));
    }
}
