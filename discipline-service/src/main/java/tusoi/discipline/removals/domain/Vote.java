package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/** A body's vote on a day. */
public record Vote(LocalDate on, UnitId body, Ballots ballots) {}
