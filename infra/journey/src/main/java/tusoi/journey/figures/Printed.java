package tusoi.journey.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the press printed, and when a computed figure agrees with it. */
sealed interface Printed
        permits Printed.Count,
                Printed.OutOf,
                Printed.MoreThan,
                Printed.ShareAbove,
                Printed.OfPlan,
                Printed.Some,
                Printed.All,
                Printed.Rising,
                ShareOf,
                JustAbove {
    String text();

    boolean agreesWith(Figure figure);

    default String show(Figure figure) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        if (numerator == null) {
            return "absent";
        }
        return numerator.toPlainString();
    }

    /** A count. */
    record Count(int value) implements Printed {
        @Override
        public String text() {
            return Integer.toString(value);
        }

        @Override
        public boolean agreesWith(Figure figure) {
            return is(figure.numerator(), value);
        }
    }

    /** So many out of so many. */
    record OutOf(int value, int of) implements Printed {
        @Override
        public String text() {
            return value + "/" + of;
        }

        @Override
        public boolean agreesWith(Figure figure) {
            return is(figure.numerator(), value) && is(figure.denominator(), of);
        }

        @Override
        public String show(Figure figure) {
            return withBase(figure);
        }
    }

    /** "More than so many". */
    record MoreThan(int value) implements Printed {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "more than %,d", value);
        }

        @Override
        public boolean agreesWith(Figure figure) {
            BigDecimal numerator = figure.numerator();
            return numerator != null && numerator.compareTo(BigDecimal.valueOf(value)) > 0;
        }
    }

    /** "More than so many per cent". */
    record ShareAbove(int percent) implements Printed {
        @Override
        public String text() {
            return "more than " + percent + " %";
        }

        @Override
        public boolean agreesWith(Figure figure) {
            BigDecimal numerator = figure.numerator();
            BigDecimal denominator = figure.denominator();
            return numerator != null
                    && denominator != null
                    && denominator.signum() > 0
                    && numerator
                                    .multiply(BigDecimal.valueOf(100))
                                    .compareTo(denominator.multiply(BigDecimal.valueOf(percent)))
                            > 0;
        }

        @Override
        public String show(Figure figure) {
            return withShare(figure);
        }
    }

    /** So many of a plan, with the share as printed. */
    record OfPlan(int value, int plan, int percent) implements Printed {
        @Override
        public String text() {
            return value + " of " + plan + ", " + percent + " %";
        }

        @Override
        public boolean agreesWith(Figure figure) {
            return is(figure.numerator(), value) && is(figure.denominator(), plan) && value * 100 == percent * plan;
        }

        @Override
        public String show(Figure figure) {
            return withShare(figure);
        }
    }

    /** "There still are": that it is so was printed, and no number. */
    record Some() implements Printed {
        @Override
        public String text() {
            return "some";
        }

        @Override
        public boolean agreesWith(Figure figure) {
            BigDecimal numerator = figure.numerator();
            return numerator != null && numerator.signum() > 0;
        }
    }

    /** "All of them", of whatever number. */
    record All() implements Printed {
        @Override
        public String text() {
            return "all";
        }

        @Override
        public boolean agreesWith(Figure figure) {
            BigDecimal numerator = figure.numerator();
            BigDecimal denominator = figure.denominator();
            return numerator != null
                    && denominator != null
                    && denominator.signum() > 0
                    && numerator.compareTo(denominator) == 0;
        }

        @Override
        public String show(Figure figure) {
            return withShare(figure);
        }
    }

    /** "Low at first, and higher and higher": a share above the one that it is held against. */
    record Rising() implements Printed {
        @Override
        public String text() {
            return "low, then higher";
        }

        @Override
        public boolean agreesWith(Figure figure) {
            Figure before = figure.before();
            return before != null && isBelow(before, figure);
        }

        private static boolean isBelow(Figure before, Figure after) {
            BigDecimal part = before.numerator();
            BigDecimal whole = before.denominator();
            BigDecimal laterPart = after.numerator();
            BigDecimal laterWhole = after.denominator();
            return part != null
                    && whole != null
                    && laterPart != null
                    && laterWhole != null
                    && whole.signum() > 0
                    && laterWhole.signum() > 0
                    && part.multiply(laterWhole).compareTo(laterPart.multiply(whole)) < 0;
        }

        @Override
        public String show(Figure figure) {
            return withBase(figure.before() == null ? Figure.ABSENT : figure.before()) + ", then " + withBase(figure);
        }
    }

    /** In per cents; null where there is nothing to measure against. */
    static @Nullable BigDecimal share(Figure figure, int digits, RoundingMode rounding) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        return numerator == null || denominator == null || denominator.signum() == 0
                ? null
                : numerator.movePointRight(2).divide(denominator, digits, rounding);
    }

    private static boolean is(@Nullable BigDecimal number, int value) {
        return number != null && number.compareTo(BigDecimal.valueOf(value)) == 0;
    }

    private static String withBase(Figure figure) {
        return figure.numerator() + "/" + figure.denominator();
    }

    static String withShare(Figure figure) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return withBase(figure);
        }
        BigDecimal percent = numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 1, RoundingMode.HALF_UP);
        return withBase(figure) + " = " + percent + " %";
    }
}
