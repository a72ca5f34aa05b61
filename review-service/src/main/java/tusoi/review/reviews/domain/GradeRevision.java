package tusoi.review.reviews.domain;

import java.time.LocalDate;
import tusoi.review.contract.Grade;
import tusoi.review.contract.UnitId;

/** A decided grade; the first is revision 1. */
public record GradeRevision(int revision, Grade grade, LocalDate decidedOn, UnitId decider) {}
