package tusoi.org.studies.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.AttendanceItemData;
import tusoi.org.contract.BranchLifeEvents;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.BranchBooks;
import tusoi.org.studies.domain.AttendanceItem;
import tusoi.org.studies.domain.RollLine;
import tusoi.org.studies.domain.StudyList;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** Raises an item for each branch of a published list, and takes its answer. */
@Component
public class ItemDesk {
    private final AttendanceItems items;
    private final BranchBooks books;
    private final TransactionClock clock;
    private final Audit audit;
    private final BranchLifeEvents events;

    ItemDesk(AttendanceItems items, BranchBooks books, TransactionClock clock, Audit audit, BranchLifeEvents events) {
        this.items = items;
        this.books = books;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** Within the transaction that publishes the list. */
    public void raise(StudyList list, Instant recordedAt) {
        Map<UUID, List<RollLine>> byBranch = list.told().stream()
                .collect(Collectors.groupingBy(RollLine::unitId, TreeMap::new, Collectors.toList()));
        List<AttendanceItem> raised = byBranch.entrySet().stream()
                .map(branch -> new AttendanceItem(
                        Ids.next(),
                        list.id(),
                        list.sessionId(),
                        branch.getKey(),
                        AttendanceItem.State.OPEN,
                        list.publishedOn(),
                        branch.getValue(),
                        null,
                        null))
                .toList();
        items.add(raised, books.account(), recordedAt);
        raised.forEach(item -> write("org.attendance-item-raised.v1", item, 1, null));
    }

    @Transactional
    void answer(UUID id, IfMatch expected, LocalDate on, String text, LocalDate today) {
        AttendanceItems.Stored stored = items.lock(id).orElseThrow(() -> ProblemException.notFound("The item"));
        books.requireKeep(stored.item().unit());
        expected.mustBe(stored.version());
        AttendanceItem answered =
                stored.item().answer(on, text, today).orThrow(Overrides.NONE).event();
        long version = stored.version() + 1;
        items.save(answered, version, books.account(), clock.recordedAtAfter(stored.recordedAt()));
        write("org.attendance-item-answered.v1", answered, version, stored.item());
    }

    private void write(String type, AttendanceItem item, long version, @Nullable AttendanceItem before) {
        AttendanceItemData data = data(item);
        events.attendanceItem(type, version, data);
        audit.changed(type, "unit", item.unit(), item.unit(), before == null ? null : data(before), data, null);
    }

    private static AttendanceItemData data(AttendanceItem item) {
        return new AttendanceItemData(
                item.id(),
                item.sessionId(),
                item.listId(),
                item.unit(),
                item.state().name(),
                item.raisedOn(),
                item.answeredOn(),
                new AttendanceItemData.Counts(
                        count(item, AttendanceStatus.ABSENT),
                        count(item, AttendanceStatus.LATE),
                        count(item, AttendanceStatus.LEFT_EARLY)),
                item.members().stream()
                        .map(line -> new AttendanceItemData.Member(
                                line.memberId(), line.status().name()))
                        .toList());
    }

    private static int count(AttendanceItem item, AttendanceStatus status) {
        return (int)
                item.members().stream().filter(line -> line.status() == status).count();
    }
}
