package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/** A decision with all it was taken under; {@code overrides} are the reasons of every step. */
public record RemovalTaken(
        String number,
        UnitId decider,
        LocalDate signedOn,
        LocalDate effectiveOn,
        Ballots votes,
        String profile,
        List<String> warnings,
        Map<String, String> overrides) {
    public RemovalTaken {
        warnings = List.copyOf(warnings);
        overrides = Map.copyOf(overrides);
    }
}
