package tusoi.org.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every unit event: schema unit.v1. */
public record UnitData(
        UUID unitId,
        String code,
        List<Slice> slices,
        List<UUID> predecessors,
        List<UUID> successors,
        Decision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endKind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID reorganisationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Link> lineage) {
    public record Slice(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            String level,
            String form,
            @Nullable String kind,
            @Nullable UUID parentId) {}

    /**
     * One unit follows another from a day on; this unit is one of the two.
     *
     * @param kind by what: MERGE, SPLIT, SPIN_OFF, FOUNDING, SUCCESSION; null where it was recorded before this was kept
     */
    public record Link(
            UUID predecessorId,
            UUID successorId,
            LocalDate on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind) {}

    public record Decision(String number, LocalDate signedOn, LocalDate effectiveOn) {}
}
