package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.ATTENDANCE;
import static tusoi.reporting.facts.FactTable.MEETING;
import static tusoi.reporting.facts.FactTable.MEMBER_TASK;
import static tusoi.reporting.facts.FactTable.POST_HOLDING;
import static tusoi.reporting.facts.FactTable.WORKING_RULES;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Branches' meetings, who came to a study session from where, working rules while in force and whom they give a task, posts while held. */
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

    static void workingRulesToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        UUID unit = data.id("unitId");
        LocalDate from = data.day("validFrom");
        LocalDate to = Forever.ifNull(data.dayOrNull("validTo"));
        rows.add(WORKING_RULES, recorded, unit, from, to);
        List<String> members = data.texts("membersWithTasks");
        for (int n = 0; n < members.size(); n++) {
            rows.add(MEMBER_TASK, recorded, n, unit, UUID.fromString(members.get(n)), from, to);
        }
    }

    static void postToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                POST_HOLDING,
                recorded,
                data.id("unitId"),
                data.id("memberId"),
                data.text("post"),
                data.flag("external"),
                data.day("validFrom"),
                Forever.ifNull(data.dayOrNull("validTo")));
    }
}
