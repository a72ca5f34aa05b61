package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.ATTENDANCE;
import static tusoi.reporting.facts.FactTable.MEETING;
import static tusoi.reporting.facts.FactTable.WORKING_RULES;

import java.time.YearMonth;
import java.util.List;

/** Branches' meetings, who came to a study session from where, and from when to when working rules were in force. */
final class BranchLifeFacts {
    private BranchLifeFacts() {}

    static void meetingToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                MEETING,
                recorded,
                data.id("unitId"),
                data.text("kind"),
                YearMonth.parse(data.text("month")).atEndOfMonth(),
                data.text("state"),
                data.dayOrNull("heldOn"));
    }

    /** Only of a session that was held: until then nobody has come or stayed away. Each line's unit is the home on that day. */
    static void sessionToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        if (!data.text("state").equals("HELD")) {
            return;
        }
        List<Data> lines = data.list("attendance", line -> line);
        for (int n = 0; n < lines.size(); n++) {
            Data line = lines.get(n);
            rows.add(
                    ATTENDANCE,
                    recorded,
                    n,
                    line.id("unitId"),
                    line.id("memberId"),
                    data.day("heldOn"),
                    line.text("status"));
        }
    }

    static void workingRulesToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                WORKING_RULES,
                recorded,
                data.id("unitId"),
                data.day("validFrom"),
                Forever.ifNull(data.dayOrNull("validTo")));
    }
}
