package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.List;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.UnitId;

/**
 * What stays the same through all states.
 *
 * @param unit the member's home on the day of opening
 */
public record RemovalFile(
        RemovalId id, Kind kind, MemberId member, UnitId unit, List<Ground> grounds, LocalDate openedOn) {
    public RemovalFile {
        grounds = List.copyOf(grounds);
    }
}
