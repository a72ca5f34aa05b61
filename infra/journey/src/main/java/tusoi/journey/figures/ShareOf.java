package tusoi.journey.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many per cent of a plan, to so many digits as are printed. */
record ShareOf(BigDecimal percent) implements Printed {
    ShareOf(String percent) {
        this(new BigDecimal(percent));
    }

    @Override
    public String text() {
        return percent.toPlainString() + " % of the plan";
    }

    @Override
    public boolean agreesWith(Figure figure) {
        BigDecimal share = Printed.share(figure, percent.scale(), RoundingMode.HALF_UP);
        return share != null && share.compareTo(percent) == 0;
    }

    @Override
    public String show(Figure figure) {
        return Printed.withShare(figure);
    }
}
