package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.FORM;
import static tusoi.reporting.indicators.Dimension.GRADE;
import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.REASON;
import static tusoi.reporting.indicators.Dimension.SUBJECT_TYPE;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.reporting.indicators.Dimension.YEAR;
import static tusoi.scope.Right.REVIEW_READ;

import java.util.List;

/** A cycle's progress and its grades, as they stand at the end of {@code to}. */
final class ReviewIndicators {
    static final List<Indicator> ALL = List.of(
            Indicator.stock(
                            "review.units-completed",
                            new Text("Tổ chức đã hoàn thành kiểm điểm", "Units done with their review"))
                    .fromOrgAnd("review")
                    .counting(
                            "tổ chức đảng đã được xếp loại và đã báo cáo lên cấp trên; theo loại đối tượng thì kể cả tập thể lãnh đạo",
                            "units whose own review is decided and reported upward; by subject type, leadership collectives too")
                    .outOf("units obliged", UNIT, LEVEL, PARENT_LEVEL, KIND, FORM, YEAR, SUBJECT_TYPE)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, FORM, YEAR, SUBJECT_TYPE)
                    .multiValued(SUBJECT_TYPE)
                    .build(),
            Indicator.stock("review.members-reviewed", new Text("Đảng viên đã kiểm điểm", "Members reviewed"))
                    .fromOrgAnd("review")
                    .counting("đảng viên đã được quyết định xếp loại", "members whose review is decided")
                    .outOf("members obliged", UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                    .ofPersons(REVIEW_READ),
            Indicator.stock("review.members-excluded", new Text("Đảng viên không xếp loại", "Members not graded"))
                    .fromOrgAnd("review")
                    .counting("đảng viên không thuộc diện xếp loại", "members not graded")
                    .outOf("member.count on the cycle's opening day", UNIT, LEVEL, PARENT_LEVEL, KIND)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, REASON)
                    .ofPersons(REVIEW_READ),
            Indicator.stock("review.member-grades", new Text("Xếp loại đảng viên", "Members by grade"))
                    .fromOrgAnd("review")
                    .counting("đảng viên theo mức xếp loại mới nhất", "members by the latest grade decided, each once")
                    .outOf("members graded", UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR, GRADE)
                    .ofPersons(REVIEW_READ),
            Indicator.stock("review.good-or-better", new Text("Hoàn thành tốt nhiệm vụ trở lên", "Good or better"))
                    .fromOrgAnd("review")
                    .counting("đảng viên hoàn thành tốt hoặc xuất sắc nhiệm vụ", "members graded good or excellent")
                    .outOf("members graded", UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR, GRADE)
                    .ofPersons(REVIEW_READ),
            Indicator.stock("review.unit-grade", new Text("Xếp loại tổ chức đảng", "A unit's grade"))
                    .fromOrgAnd("review")
                    .counting(
                            "tổ chức đảng đã được xếp loại; giá trị là mức của chính đơn vị được hỏi",
                            "units graded; the value is the grade of the very unit asked for")
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, FORM, YEAR, SUBJECT_TYPE, GRADE)
                    .multiValued(SUBJECT_TYPE)
                    .build());

    private ReviewIndicators() {}
}
