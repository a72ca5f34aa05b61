package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A ratio as it is computed from counts: twelve digits after the point, half up, which is for whoever shows it to round. */
final class Ratio {
    static final int SCALE = 12;

    private Ratio() {}

    /** Null where there is nothing to measure against. */
    static @Nullable BigDecimal of(BigDecimal numerator, @Nullable BigDecimal denominator) {
        return denominator == null || denominator.signum() == 0
                ? null
                : numerator.divide(denominator, SCALE, RoundingMode.HALF_UP);
    }

    /** A count or plan as it is shown: whole where it is whole. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
