package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.ACTIVITY;
import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.STATE;
import static tusoi.reporting.indicators.Dimension.STATUS;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.reporting.indicators.Dimension.YEAR;
import static tusoi.scope.Right.MEMBER_READ;

import java.util.List;

/** How branches live: their meetings, the study sessions their members are called to, their working rules. */
final class BranchLifeIndicators {
    static final List<Indicator> ALL = List.of(
            Indicator.stock(
                            "unit.with-working-rules",
                            new Text("Chi bộ có quy chế làm việc", "Branches with working rules"))
                    .counting("chi bộ có quy chế làm việc đang hiệu lực", "branches with working rules in force")
                    .outOf("unit.branches", UNIT, KIND, LEVEL, PARENT_LEVEL)
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL)
                    .build(),
            Indicator.stock(
                            "member.with-task",
                            new Text("Đảng viên được phân công nhiệm vụ", "Members with a task of their own"))
                    .counting(
                            "đảng viên được quy chế làm việc đang hiệu lực phân công nhiệm vụ",
                            "members to whom working rules in force give a task")
                    .outOf("member.count", UNIT, KIND, LEVEL, PARENT_LEVEL, STATE, ACTIVITY)
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL, STATE, ACTIVITY)
                    .ofPersons(MEMBER_READ),
            Indicator.flow("meeting.held", new Text("Sinh hoạt chi bộ định kỳ", "Monthly meetings held"))
                    .counting(
                            "lượt chi bộ - tháng có họp định kỳ; tháng tính khi ngày cuối tháng thuộc kỳ, đã qua, và chi bộ còn hoạt động ngày đó",
                            "branch-months with a regular meeting; a month counts by its last day: in the span, over, and the branch alive on it")
                    .outOf("branch-months", UNIT, KIND, LEVEL, PARENT_LEVEL, YEAR)
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL, YEAR)
                    .build(),
            Indicator.flow("attendance.rate", new Text("Tỷ lệ tham gia học tập", "Attendance at study sessions"))
                    .counting(
                            "lượt đảng viên có mặt tại các buổi học tập trong kỳ, kể cả đi muộn, về sớm",
                            "person-sessions present at the study sessions of the span, late and early leavers included")
                    .outOf("person-sessions called, excused included", UNIT, KIND, LEVEL, PARENT_LEVEL, YEAR)
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL, YEAR, STATUS)
                    .multiValued(STATUS)
                    .ofPersons(MEMBER_READ));

    private BranchLifeIndicators() {}
}
