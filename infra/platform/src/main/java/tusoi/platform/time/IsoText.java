package tusoi.platform.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days and instants in the shapes that events have them in, read digit by digit: a tenth of what the JDK's formatter takes,
 * which counts where events come by the hundred thousand. What has another shape is left to the JDK.
 */
public final class IsoText {
    private static final String DAY = "0000-00-00";
    private static final String[] INSTANTS = {
        "0000-00-00T00:00:00Z",
        "0000-00-00T00:00:00.000Z",
        "0000-00-00T00:00:00.000000Z",
        "0000-00-00T00:00:00.000000000Z"
    };
    private static final int SECOND_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_A_DAY = 86_400;

    private IsoText() {}

    /** As {@link LocalDate#parse(CharSequence)}. */
    public static LocalDate day(String text) {
        return hasShape(text, DAY) ? dayOf(text) : LocalDate.parse(text);
    }

    /** As {@link Instant#parse}. */
    public static Instant instant(String text) {
        if (!isUsual(text)) {
            return Instant.parse(text);
        }
        var second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        var nanos = 0;
        if (text.length() > SECOND_END + 1) {
            var fraction = text.length() - SECOND_END - 2;
            nanos = number(text, SECOND_END + 1, text.length() - 1);
            for (int digit = fraction; digit < NANO_DIGITS; digit++) {
                nanos *= 10;
            }
        }
        return Instant.ofEpochSecond(dayOf(text).toEpochDay() * SECONDS_A_DAY + second, nanos);
    }

    /** As {@link Instant#toString} of the instant that was read from the text. */
    public static String canonical(String text, Instant read) {
        var isShortest = text.length() == SECOND_END + 1 || !text.startsWith("000", text.length() - 4);
        return isShortest && isUsual(text) ? text : read.toString();
    }

    /** Hour 24 and second 60 are not. */
    private static boolean isUsual(String text) {
        for (var shape : INSTANTS) {
            if (hasShape(text, shape)) {
                return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
            }
        }
        return false;
    }

    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            var is = text.charAt(i);
            var wanted = shape.charAt(i);
            if (wanted == '0' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate dayOf(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
