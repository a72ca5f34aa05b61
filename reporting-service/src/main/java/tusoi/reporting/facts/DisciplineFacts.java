package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.CONFLICT;
import static tusoi.reporting.facts.FactTable.DISCIPLINE_CONTENT;
import static tusoi.reporting.facts.FactTable.DISCIPLINE_DECISION;
import static tusoi.reporting.facts.FactTable.REMOVAL;
import static tusoi.reporting.facts.FactTable.REMOVAL_GROUND;

import java.util.List;

/** Decided measures with the contents of the violation, and removals with their grounds. A case without a decision is no fact yet. */
final class DisciplineFacts {
    static final String SETTLED = "org.removal-conflict-settled.v1";

    private DisciplineFacts() {}

    /** What was decided and the register cannot apply. */
    static void conflictToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                CONFLICT,
                recorded,
                data.id("caseId"),
                data.id("memberId"),
                data.text("kind"),
                data.text("reason"),
                recorded.event().type().equals(SETTLED));
    }

    static void caseToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        Data decision = data.partOrNull("decision");
        if (decision == null) {
            return;
        }
        rows.add(
                DISCIPLINE_DECISION,
                recorded,
                data.text("subjectType"),
                data.id("subjectId"),
                data.id("unitId"),
                data.text("state"),
                decision.text("form"),
                decision.idOrNull("deciderUnitId"),
                decision.textOrNull("decidingLevel"),
                decision.dayOrNull("signedOn"),
                decision.dayOrNull("announcedOn"),
                decision.dayOrNull("effectiveOn"),
                decision.textOrNull("profile"),
                data.dayOrNull("annulledOn"));
        children(rows, DISCIPLINE_CONTENT, recorded, data.texts("contents"));
    }

    static void removalToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        Data decision = data.partOrNull("decision");
        if (decision == null) {
            return;
        }
        rows.add(
                REMOVAL,
                recorded,
                data.text("kind"),
                data.id("memberId"),
                data.id("unitId"),
                data.text("state"),
                decision.idOrNull("deciderUnitId"),
                decision.dayOrNull("signedOn"),
                decision.dayOrNull("effectiveOn"),
                decision.textOrNull("profile"),
                data.dayOrNull("closedOn"),
                data.dayOrNull("annulledOn"));
        children(rows, REMOVAL_GROUND, recorded, data.texts("grounds"));
    }

    private static void children(Rows rows, FactTable table, Recorded recorded, List<String> codes) {
        for (int n = 0; n < codes.size(); n++) {
            rows.add(table, recorded, n, codes.get(n));
        }
    }
}
