package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.MAIN;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.TARGET;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.reporting.indicators.Dimension.YEAR;

import java.util.List;

/** What units planned and what they reached of it, where people enter it. */
final class TargetIndicators {
    static final List<Indicator> ALL = List.of(
            Indicator.span("target.achieved", new Text("Chỉ tiêu đạt và vượt", "Targets met or passed"))
                    .fromOrgAnd("review")
                    .counting(
                            "chỉ tiêu bắt đầu trong kỳ, kết thúc chậm nhất cuối năm, có kết quả mới nhất tính đến cuối kỳ đạt kế hoạch;"
                                    + " không kể chỉ tiêu kết nạp",
                            "targets that begin in the span and end by the end of its last year, whose newest result as of its end"
                                    + " achieves the plan; targets of what the register counts are left out")
                    .outOf("targets set", UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR, TARGET, MAIN)
                    .by(UNIT, LEVEL, PARENT_LEVEL, KIND, YEAR, TARGET, MAIN)
                    .build(),
            Indicator.span("target.value", new Text("Kết quả chỉ tiêu so với kế hoạch", "A target's result"))
                    .fromOrgAnd("review")
                    .counting(
                            "kết quả mới nhất tính đến cuối kỳ, cộng các đơn vị có cùng chỉ tiêu và đơn vị tính;"
                                    + " tỉ lệ phần trăm chỉ của chính đơn vị được hỏi",
                            "the newest results as of the span's end, summed over units with the same target in the same measure; what"
                                    + " is counted in percent, of the very unit asked for only")
                    .outOf("the plans of the same targets", UNIT, LEVEL, YEAR, TARGET)
                    .by(UNIT, LEVEL, YEAR, TARGET)
                    .multiValued(UNIT, LEVEL)
                    .build());

    private TargetIndicators() {}
}
