package tusoi.org.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.imports.StagedMembers;
import tusoi.org.members.FileCorrections;
import tusoi.org.members.FileCorrections.Right;
import tusoi.org.reconciliation.Reconciliations.Difference;
import tusoi.org.reconciliation.Reconciliations.Head;
import tusoi.org.reconciliation.Reconciliations.Line;
import tusoi.org.reconciliation.Reconciliations.Part;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Scope;

/** Takes over a part of the rows that was confirmed, in one transaction: all of it or, where the register has changed since, nothing. */
@Component
class ReconciliationCommandHandler {
    private static final int MOST_CORRECTIONS = 2000;

    private final Scope scope;
    private final Reconciliations reconciliations;
    private final StagedMembers staged;
    private final FileCorrections corrections;
    private final Trail trail;

    ReconciliationCommandHandler(
            Scope scope,
            Reconciliations reconciliations,
            StagedMembers staged,
            FileCorrections corrections,
            Trail trail) {
        this.scope = scope;
        this.reconciliations = reconciliations;
        this.staged = staged;
        this.corrections = corrections;
        this.trail = trail;
    }

    /** New members are registered, changed ones corrected; what is missing or in conflict is for people to settle one by one. */
    @Transactional
    void confirm(UUID id, Part part) {
        Head head = reconciliations.find(id, true).orElseThrow(() -> ProblemException.notFound("The reconciliation"));
        scope.require(tusoi.scope.Right.MEMBER_IMPORT, head.unitId());
        if (!head.state().equals("STAGED") || (part != Part.NEW && part != Part.CHANGED)) {
            throw ProblemException.wrongState(
                    head.state().equals("STAGED")
                            ? "Only new and changed rows can be taken over at once"
                            : "The file has no readable row");
        }
        int rows = part == Part.NEW ? register(id) : correct(head);
        if (rows > 0) {
            reconciliations.applied(id, part, trail.now().atOffset(ZoneOffset.UTC));
            trail.tell(head, part, rows);
        }
    }

    private int register(UUID id) {
        List<Integer> rows = reconciliations.newRows(id);
        staged.register(id, rows);
        return rows.size();
    }

    private int correct(Head head) {
        List<Line> open = reconciliations.open(head.id(), Part.CHANGED, MOST_CORRECTIONS + 1);
        if (open.size() > MOST_CORRECTIONS) {
            throw ProblemException.tooLarge(
                    "At most " + MOST_CORRECTIONS + " corrections at once: send a smaller file");
        }
        open.forEach(line -> correct(head, line));
        return open.size();
    }

    private void correct(Head head, Line line) {
        Map<String, @Nullable String> given = new HashMap<>();
        for (Difference difference : line.differences()) {
            given.put(difference.field(), difference.given());
        }
        corrections.correct(
                Objects.requireNonNull(line.memberId()),
                Objects.requireNonNull(line.memberVersion()),
                new Right(
                        given.get("fullName"),
                        day(given.get("birthDate")),
                        given.get("gender"),
                        day(given.get("admittedOn")),
                        day(given.get("recognisedOn"))),
                "Reconciled with " + head.fileName() + ", row " + line.row());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** When, and that. */
    @Component
    static class Trail {
        private final TransactionClock clock;
        private final Audit audit;

        Trail(TransactionClock clock, Audit audit) {
            this.clock = clock;
            this.audit = audit;
        }

        Instant now() {
            return clock.recordedAt();
        }

        void tell(Head head, Part part, int rows) {
            audit.changed(
                    "org.reconciliation-applied",
                    "import",
                    head.id(),
                    head.unitId(),
                    null,
                    Map.of("part", part.name(), "rows", rows, "file", head.fileName()),
                    null);
        }
    }
}
