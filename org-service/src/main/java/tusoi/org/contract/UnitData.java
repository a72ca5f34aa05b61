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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID reorganisationId) {
    public record Slice(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            String level,
            String form,
            @Nullable String kind,
            @Nullable UUID parentId) {}

    public record Decision(String number, LocalDate signedOn, LocalDate effectiveOn) {}
}
