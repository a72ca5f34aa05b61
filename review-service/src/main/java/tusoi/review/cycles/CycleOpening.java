package tusoi.review.cycles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.time.TransactionClock;
import tusoi.review.contract.CyclePicture;
import tusoi.review.cycles.domain.Cycle;
import tusoi.review.reviews.SubjectEntries;
import tusoi.review.warnings.AnsweredWarnings;

/** Saves an opened cycle with its subjects: cycle-opened and each subject's event carry the same recorded time. */
@Component
class CycleOpening {
    private final Cycles cycles;
    private final OpeningDay openingDay;
    private final SubjectEntries subjects;
    private final Journal journal;

    CycleOpening(Cycles cycles, OpeningDay openingDay, SubjectEntries subjects, Journal journal) {
        this.cycles = cycles;
        this.openingDay = openingDay;
        this.subjects = subjects;
        this.journal = journal;
    }

    void save(Accepted<Cycle, String> opened, RuleProfile profile, Overrides overrides) {
        Cycle cycle = opened.state();
        List<SubjectEntries.Entry> entries = openingDay.subjectsOf(cycle, profile);
        Instant recordedAt = journal.clock.recordedAt();
        cycles.add(cycle, recordedAt);
        journal.opened(opened, overrides, entries.size(), recordedAt);
        subjects.enter(
                new SubjectEntries.OpenedCycle(
                        cycle.id(), cycle.kind(), cycle.year(), cycle.openedOn(), cycle.profile()),
                entries,
                recordedAt);
    }

    /** What an opening leaves behind beside its rows. */
    @Component
    static class Journal {
        private final TransactionClock clock;
        private final Outbox outbox;
        private final Audit audit;
        private final AnsweredWarnings answered;

        Journal(TransactionClock clock, Outbox outbox, Audit audit, AnsweredWarnings answered) {
            this.clock = clock;
            this.outbox = outbox;
            this.audit = audit;
            this.answered = answered;
        }

        void opened(Accepted<Cycle, String> opened, Overrides overrides, int subjects, Instant recordedAt) {
            CyclePicture picture = picture(opened.state());
            answered.add(picture.cycleId(), 1, opened.warnings(), overrides, recordedAt);
            outbox.publish(
                    new OutgoingEvent(opened.event(), picture.cycleId().toString(), picture.cycleId(), 1, picture));
            audit.changed(
                    opened.event(),
                    "cycle",
                    picture.cycleId(),
                    picture.openedByUnitId(),
                    null,
                    Map.of("cycle", picture, "subjects", subjects),
                    null);
        }

        private static CyclePicture picture(Cycle cycle) {
            return new CyclePicture(
                    cycle.id().value(),
                    cycle.kind(),
                    cycle.year(),
                    cycle.openedBy().value(),
                    cycle.openedOn(),
                    cycle.dueOn(),
                    cycle.profile(),
                    cycle.subjectTypes().stream().sorted().toList());
        }
    }
}
