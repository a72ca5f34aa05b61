package tusoi.reporting.indicators;

import static tusoi.reporting.indicators.Dimension.KIND;
import static tusoi.reporting.indicators.Dimension.LEVEL;
import static tusoi.reporting.indicators.Dimension.PARENT_LEVEL;
import static tusoi.reporting.indicators.Dimension.POSTS;
import static tusoi.reporting.indicators.Dimension.UNIT;
import static tusoi.scope.Right.MEMBER_READ;

import java.util.List;

/** Who holds posts, of the party and beside it. */
final class PostIndicators {
    static final List<Indicator> ALL =
            List.of(Indicator.stock("post.holders", new Text("Người giữ chức vụ", "Holders of posts"))
                    .counting(
                            "người đang giữ chức vụ (trong và ngoài Đảng) ghi tại đơn vị, mỗi người một lần; các chức vụ cùng giữ kể cả ở đơn vị khác",
                            "persons who hold a post, of the party or external, that is recorded at the unit, each once; what they hold"
                                    + " together is told wherever it is held")
                    .by(UNIT, KIND, LEVEL, PARENT_LEVEL, POSTS)
                    .ofPersons(MEMBER_READ));

    private PostIndicators() {}
}
