package tusoi.discipline.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/**
 * What the deciding body has decided.
 *
 * @param deciderLevel BRANCH for any unit of form branch, its level otherwise
 * @param votes the deciding body's own, where it is not the one that cast the ballot
 */
public record Decide(
        String number,
        Form form,
        UnitId decider,
        String deciderLevel,
        LocalDate signedOn,
        @Nullable Ballots votes,
        Standing standing) {}
