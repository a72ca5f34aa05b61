package tusoi.org.studies;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.contract.BranchLifeEvents;
import tusoi.org.contract.StudyData;
import tusoi.org.studies.domain.RollLine;
import tusoi.org.studies.domain.Study;
import tusoi.org.studies.domain.Study.Change;
import tusoi.platform.audit.Audit;

/** A version's audit row, at the unit, and its event. */
@Component
class StudyJournal {
    private final Audit audit;
    private final BranchLifeEvents events;

    StudyJournal(Audit audit, BranchLifeEvents events) {
        this.audit = audit;
        this.events = events;
    }

    void write(Study study, Change change, @Nullable Study before, long version, @Nullable String reason) {
        String type =
                switch (change) {
                    case PLANNED -> "org.study-planned.v1";
                    case ATTENDED -> "org.study-attended.v1";
                    case CORRECTED -> "org.study-corrected.v1";
                    case PUBLISHED -> "org.study-list-published.v1";
                };
        StudyData data = data(study);
        events.study(type, version, data);
        audit.changed(type, "unit", study.unit(), study.unit(), before == null ? null : data(before), data, reason);
    }

    private static StudyData data(Study study) {
        return new StudyData(
                study.id(),
                study.unit(),
                study.called(),
                study.topic(),
                study.noticedOn(),
                study.heldOn(),
                study.state().name(),
                attendance(study.roll()),
                study.lists().stream()
                        .map(list -> new StudyData.PublishedList(list.listId(), list.publishedOn(), list.sha256()))
                        .toList());
    }

    private static List<StudyData.Attendance> attendance(List<RollLine> roll) {
        return roll.stream()
                .map(line -> new StudyData.Attendance(
                        line.memberId(), line.unitId(), line.status().name()))
                .toList();
    }
}
