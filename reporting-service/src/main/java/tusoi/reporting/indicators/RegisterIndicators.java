package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.ACTIVITY;
import static tusoi.reporting.indicators.Dimension.FORM;
import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.STATE;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.reporting.indicators.Dimension.YEAR;
import static tusoi.scope.Right.MEMBER_READ;

import java.util.List;

/** Units and members: how many there are, who came and who left. */
final class RegisterIndicators {
    static final List<Indicator> ALL = List.of(
            Indicator.stock("unit.count", new Text("Số tổ chức đảng", "Units"))
                    .counting(
                            "tổ chức đảng đang hoạt động, không kể chính tổ chức được hỏi",
                            "units alive, the unit asked for not counted")
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, FORM)
                    .build(),
            Indicator.stock("unit.branches", new Text("Số chi bộ", "Branches"))
                    .counting(
                            "chi bộ, kể cả chi bộ cơ sở; không kể tổ đảng",
                            "units of form branch, a branch that is itself a base included, party groups left out")
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL)
                    .version(3)
                    .build(),
            members("member.count", "Đảng số", "Members")
                    .counting(
                            "đảng viên dự bị và chính thức, mỗi người một lần tại nơi sinh hoạt chính thức",
                            "persons with a membership in force, each once, in the home unit")
                    .ofPersons(MEMBER_READ),
            members("member.opening", "Đảng số đầu kỳ", "Members at the opening")
                    .counting("đảng số cuối ngày trước kỳ báo cáo", "members at the end of the day before the span")
                    .ofPersons(MEMBER_READ),
            members("member.closing", "Đảng số cuối kỳ", "Members at the closing")
                    .counting("đảng số cuối kỳ báo cáo", "members at the end of the span")
                    .ofPersons(MEMBER_READ),
            movement("member.admitted", "Kết nạp", "Admitted"),
            movement("member.readmitted", "Kết nạp lại", "Readmitted"),
            movement("member.reinstated", "Khôi phục quyền đảng viên", "Reinstated"),
            movement("member.registered", "Đăng ký lần đầu vào hệ thống", "Registered"),
            transfer("member.transferred-in", "Chuyển sinh hoạt đến", "Transferred in"),
            transfer("member.transferred-out", "Chuyển sinh hoạt đi", "Transferred out"),
            movement("member.struck-off", "Bị xóa tên", "Struck off"),
            movement("member.withdrew", "Xin ra khỏi Đảng", "Withdrew"),
            movement("member.screened-out", "Sàng lọc đưa ra khỏi Đảng", "Screened out"),
            movement("member.expelled", "Bị khai trừ", "Expelled"),
            movement("member.deceased", "Từ trần", "Deceased"),
            Indicator.span(
                            "member.admission-target",
                            new Text("Kết nạp so với chỉ tiêu", "Admissions against the target"))
                    .fromOrgAnd("review")
                    .counting(
                            "đảng viên kết nạp trong kỳ tại các đơn vị có chỉ tiêu, trong thời gian của chỉ tiêu",
                            "members admitted in the span in units that have a plan, on the plan's days")
                    .outOf("planned admissions of the span, of the same units", UNIT)
                    .by(UNIT)
                    .version(3)
                    .ofPersons(MEMBER_READ));

    private RegisterIndicators() {}

    private static Indicator.Builder members(String id, String vi, String en) {
        return Indicator.stock(id, new Text(vi, en)).by(UNIT, LEVEL, PARENT_LEVEL, KIND, STATE, ACTIVITY);
    }

    private static Indicator movement(String id, String vi, String en) {
        return Indicator.flow(id, new Text(vi, en))
                .counting("lượt có hiệu lực trong kỳ", "those that took effect in the span")
                .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                .ofPersons(MEMBER_READ);
    }

    private static Indicator transfer(String id, String vi, String en) {
        return Indicator.flow(id, new Text(vi, en))
                .counting(
                        "lượt chuyển qua ranh giới của đơn vị được hỏi; sắp xếp tổ chức không tính",
                        "moves across the boundary of the unit asked for, its parts' too; reorganisations are not moves")
                .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                .ofPersons(MEMBER_READ);
    }
}
