package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/**
 * What the superior has decided.
 *
 * @param withdrawnNotices of the ground notices cited, those that the register has taken back since
 * @param deciderLevel the deciding body's level on the day of signing
 */
public record DecideRemoval(
        String number,
        UnitId decider,
        String deciderLevel,
        LocalDate signedOn,
        Ballots votes,
        List<UUID> withdrawnNotices,
        Map<String, String> overrides) {}
