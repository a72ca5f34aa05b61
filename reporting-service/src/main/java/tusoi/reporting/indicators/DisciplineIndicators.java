package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.CONTENT;
import static tusoi.reporting.indicators.Dimension.DECIDER_LEVEL;
import static tusoi.reporting.indicators.Dimension.FORM;
import static tusoi.reporting.indicators.Dimension.GROUND;
import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.reporting.indicators.Dimension.YEAR;
import static tusoi.scope.Right.CASE_READ;

import java.util.List;

/** Measures and removals by the day from which they have effect. Who has several in the span counts once, by the latest. */
final class DisciplineIndicators {
    static final List<Indicator> ALL = List.of(
            Indicator.flow("discipline.members", new Text("Đảng viên bị kỷ luật", "Members disciplined"))
                    .fromOrgAnd("discipline")
                    .counting(
                            "đảng viên có quyết định kỷ luật hiệu lực trong kỳ, mỗi người một lần, theo quyết định mới nhất",
                            "distinct persons with a measure in effect from a day of the span, by the latest; annulled ones left out")
                    .outOf("member.count", UNIT, LEVEL, PARENT_LEVEL)
                    .by(UNIT, LEVEL, PARENT_LEVEL, YEAR, FORM, CONTENT, DECIDER_LEVEL)
                    .multiValued(CONTENT)
                    .ofPersons(CASE_READ),
            Indicator.flow("discipline.units", new Text("Tổ chức đảng bị kỷ luật", "Units disciplined"))
                    .fromOrgAnd("discipline")
                    .counting(
                            "tổ chức đảng có quyết định kỷ luật hiệu lực trong kỳ",
                            "distinct organisations with a measure in effect from a day of the span")
                    .outOf("unit.count", UNIT, LEVEL, PARENT_LEVEL)
                    .by(UNIT, LEVEL, PARENT_LEVEL, YEAR, FORM)
                    .build(),
            Indicator.flow("removal.members", new Text("Đảng viên bị đưa ra khỏi Đảng", "Members removed"))
                    .fromOrgAnd("discipline")
                    .counting(
                            "đảng viên có quyết định xóa tên, cho ra khỏi Đảng hiệu lực trong kỳ, mỗi người một lần",
                            "distinct persons whose removal was decided, by effective day")
                    .outOf("member.count", UNIT, LEVEL, PARENT_LEVEL)
                    .by(UNIT, LEVEL, PARENT_LEVEL, YEAR, KIND, GROUND)
                    .multiValued(GROUND)
                    .ofPersons(CASE_READ));

    private DisciplineIndicators() {}
}
