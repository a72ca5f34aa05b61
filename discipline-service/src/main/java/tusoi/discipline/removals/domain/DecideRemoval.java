package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.Map;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/**
 * What the superior has decided.
 *
 * @param deciderLevel the deciding body's level on the day of signing
 */
public record DecideRemoval(
        String number,
        UnitId decider,
        String deciderLevel,
        LocalDate signedOn,
        Ballots votes,
        Map<String, String> overrides) {}
