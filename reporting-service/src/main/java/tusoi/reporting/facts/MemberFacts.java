package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.JOINED_ENTRY;
import static tusoi.reporting.facts.FactTable.MEMBERSHIP;
import static tusoi.reporting.facts.FactTable.MOVEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a member belonged from when to when, the ways in, across and out, and which entry of the same person goes on. */
final class MemberFacts {
    private MemberFacts() {}

    record Slice(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UUID homeUnitId,
            String state,
            boolean exempt,
            boolean suspended) {
        static Slice from(Data data) {
            return new Slice(
                    data.day("validFrom"),
                    data.dayOrNull("validTo"),
                    data.id("homeUnitId"),
                    data.text("state"),
                    data.flag("exempt"),
                    data.flag("suspended"));
        }
    }

    record Movement(
            LocalDate on,
            String kind,
            @Nullable UUID unitId,
            @Nullable UUID otherUnitId,
            @Nullable UUID caseId,
            @Nullable UUID reorganisationId) {
        static Movement from(Data data) {
            return new Movement(
                    data.day("on"),
                    data.text("kind"),
                    data.idOrNull("unitId"),
                    data.idOrNull("otherUnitId"),
                    data.idOrNull("caseId"),
                    data.idOrNull("reorganisationId"));
        }
    }

    static void toRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        List<Slice> slices = data.list("slices", Slice::from);
        for (int n = 0; n < slices.size(); n++) {
            Slice slice = slices.get(n);
            rows.add(
                    MEMBERSHIP,
                    recorded,
                    n,
                    slice.homeUnitId(),
                    slice.validFrom(),
                    Forever.ifNull(slice.validTo()),
                    slice.state(),
                    slice.exempt(),
                    slice.suspended());
        }
        List<Movement> movements = data.list("movements", Movement::from);
        for (int n = 0; n < movements.size(); n++) {
            Movement movement = movements.get(n);
            rows.add(
                    MOVEMENT,
                    recorded,
                    n,
                    movement.on(),
                    movement.kind(),
                    movement.unitId(),
                    movement.otherUnitId(),
                    movement.caseId(),
                    movement.reorganisationId());
        }
        UUID mergedInto = data.idOrNull("mergedInto");
        if (mergedInto != null) {
            rows.add(JOINED_ENTRY, recorded, mergedInto);
        }
    }
}
