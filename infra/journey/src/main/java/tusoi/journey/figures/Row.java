package tusoi.journey.figures;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A published figure.
 *
 * @param number its number in the list of published figures
 * @param counted what is counted, in our words
 * @param keys the part of the breakdown that is meant; empty for the whole
 * @param others all other parts are meant instead, together
 */
record Row(
        int number,
        String article,
        String counted,
        Printed printed,
        String request,
        Map<String, String> keys,
        boolean others) {
    Row(int number, String article, String counted, Printed printed, String request, Map<String, String> keys) {
        this(number, article, counted, printed, request, keys, false);
    }

    static Row of(int number, String article, String counted, Printed printed, String request) {
        return new Row(number, article, counted, printed, request, Map.of());
    }

    /** What was computed, out of the answer to the request. */
    Figure in(JsonNode answer) {
        return others ? Figure.ofOthers(answer, keys) : Figure.in(answer, keys);
    }
}
