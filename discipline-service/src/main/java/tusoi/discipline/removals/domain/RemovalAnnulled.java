package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import tusoi.discipline.members.UnitId;

/** A decision of its own that the removal was wrong. */
public record RemovalAnnulled(String number, UnitId decider, LocalDate on) {}
