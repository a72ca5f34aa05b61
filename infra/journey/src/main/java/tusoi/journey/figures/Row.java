package tusoi.journey.figures;

import java.util.Map;

/**
 * A published figure.
 *
 * @param number its number in the list of published figures
 * @param counted what is counted, in our words
 * @param keys the part of the breakdown that is meant; empty for the whole
 */
record Row(int number, String article, String counted, Printed printed, String request, Map<String, String> keys) {
    static Row of(int number, String article, String counted, Printed printed, String request) {
        return new Row(number, article, counted, printed, request, Map.of());
    }
}
