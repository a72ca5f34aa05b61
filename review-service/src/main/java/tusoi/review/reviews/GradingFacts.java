package tusoi.review.reviews;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.CapFigures;
import tusoi.review.reviews.domain.DeciderPath;
import tusoi.review.reviews.domain.DeciderStanding;
import tusoi.review.reviews.domain.Grading;
import tusoi.review.reviews.domain.GradingFigures;
import tusoi.review.reviews.domain.GradingFigures.OpenBelow;
import tusoi.review.reviews.domain.Subject;
import tusoi.scope.Units;

/** Gathers what a grading is judged by; counts do not depend on what the account may see. */
@Repository
class GradingFacts {
    private final JdbcClient jdbc;
    private final Units units;

    GradingFacts(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    GradingFigures ofDecision(Reviews.Locked review, Grading grading) {
        Subject subject = review.review().subject();
        OpenBelow below = subject.type() == SubjectType.UNIT ? openBelow(subject) : OpenBelow.NONE;
        return new GradingFigures(standing(subject, grading), below, cap(review, grading));
    }

    /** A revision comes long after; what is open below by then says nothing about it. */
    GradingFigures ofRevision(Reviews.Locked review, Grading grading) {
        return new GradingFigures(standing(review.review().subject(), grading), OpenBelow.NONE, cap(review, grading));
    }

    private DeciderStanding standing(Subject subject, Grading grading) {
        List<Units.Unit> path = units.path(subject.unit().value(), grading.on(), null);
        if (path.isEmpty()) {
            path = units.path(subject.unit().value(), subject.openedOn(), null);
        }
        return new DeciderPath(
                        path.stream().map(unit -> new UnitId(unit.id())).toList(),
                        path.stream().map(Units.Unit::level).toList())
                .standing(subject.type(), grading.decider());
    }

    private OpenBelow openBelow(Subject subject) {
        return jdbc.sql("select * from review.open_below(:cycle, :unit, :day)")
                .param("cycle", subject.cycle().value())
                .param("unit", subject.unit().value())
                .param("day", subject.openedOn())
                .query((row, number) -> new OpenBelow(row.getInt("units"), row.getInt("members")))
                .single();
    }

    /** Two gradings of one group do not slip under its cap side by side: the second waits for the first. */
    private CapFigures cap(Reviews.Locked review, Grading grading) {
        if (grading.grade() != Grade.EXCELLENT) {
            return CapFigures.NONE;
        }
        Subject subject = review.review().subject();
        UnitId group = review.capGroup();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "review.cap/" + subject.cycle().value() + "/" + group.value() + "/" + subject.type())
                .query((row, number) -> true)
                .single();
        return jdbc.sql("select * from review.grades_in_cap_group(:cycle, :type, :group, :but)")
                .param("cycle", subject.cycle().value())
                .param("type", subject.type().name())
                .param("group", group.value())
                .param("but", subject.id().value())
                .query((row, number) -> new CapFigures(
                        row.getInt("excellent_decided"),
                        row.getInt("excellent_proposed"),
                        row.getInt("good"),
                        row.getInt("lower")))
                .single();
    }
}
