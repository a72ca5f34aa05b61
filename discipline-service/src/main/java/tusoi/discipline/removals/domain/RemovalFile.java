package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.List;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.UnitId;

/**
 * What stays the same through all states.
 *
 * @param unit the member's home on the day of opening
 * @param notices what the register had told of these grounds; none where the grounds rest on something else
 */
public record RemovalFile(
        RemovalId id,
        Kind kind,
        MemberId member,
        UnitId unit,
        List<Ground> grounds,
        List<CitedNotice> notices,
        LocalDate openedOn) {
    /** A removal from before notices could be cited has none of them. */
    public RemovalFile {
        grounds = List.copyOf(grounds);
        notices = notices == null ? List.of() : List.copyOf(notices);
    }
}
