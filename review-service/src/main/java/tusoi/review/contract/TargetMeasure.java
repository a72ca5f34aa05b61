package tusoi.review.contract;

import java.math.BigDecimal;

/** In what a target's plan and results are counted. What is counted one by one, and đồng, have no decimals. */
public enum TargetMeasure {
    /** Đồng, not thousands or millions of it. */
    VND(0),
    PERCENT(4),
    PERSON(0),
    HOUSEHOLD(0),
    WORK(0),
    CASE(0),
    HECTARE(4),
    NUMBER(4);

    private final int decimals;

    TargetMeasure(int decimals) {
        this.decimals = decimals;
    }

    public boolean allows(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= decimals;
    }
}
