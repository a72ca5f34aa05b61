package tusoi.journey.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * "More than so many per cent": a little more, as the press rounds down to whole per cents, and not that number itself.
 *
 * @param amount what was reached, where that is printed too; null elsewhere
 */
record JustAbove(@Nullable BigDecimal amount, int percent) implements Printed {
    @Override
    public String text() {
        String share = "just more than " + percent + " %";
        return amount == null ? share : amount.toPlainString() + ", " + share;
    }

    @Override
    public boolean agreesWith(Figure figure) {
        BigDecimal down = Printed.share(figure, 0, RoundingMode.DOWN);
        BigDecimal exact = Printed.share(figure, 6, RoundingMode.DOWN);
        BigDecimal printed = BigDecimal.valueOf(percent);
        BigDecimal reached = figure.numerator();
        return down != null
                && exact != null
                && down.compareTo(printed) == 0
                && exact.compareTo(printed) > 0
                && (amount == null || reached != null && reached.compareTo(amount) == 0);
    }

    @Override
    public String show(Figure figure) {
        return Printed.withShare(figure);
    }
}
