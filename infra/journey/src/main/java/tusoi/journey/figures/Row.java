package tusoi.journey.figures;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A published figure.
 *
 * @param number its number in the list of published figures
 * @param counted what is counted, in our words
 * @param keys the part of the breakdown that is meant; empty for the whole
 * @param others all other parts are meant instead, together
 * @param before the part that it is held against; empty where there is none
 */
record Row(
        int number,
        String article,
        String counted,
        Printed printed,
        String request,
        Map<String, String> keys,
        boolean others,
        Map<String, String> before) {
    Row(int number, String article, String counted, Printed printed, String request, Map<String, String> keys) {
        this(number, article, counted, printed, request, keys, false, Map.of());
    }

    static Row of(int number, String article, String counted, Printed printed, String request) {
        return new Row(number, article, counted, printed, request, Map.of());
    }

    /** All parts but one. */
    static Row ofOthers(
            int number, String article, String counted, Printed printed, String request, Map<String, String> keys) {
        return new Row(number, article, counted, printed, request, keys, true, Map.of());
    }

    /** The part has this key too. */
    Row alsoOf(String dimension, String value) {
        Map<String, String> more = new HashMap<>(keys);
        more.put(dimension, value);
        return new Row(number, article, counted, printed, request, Map.copyOf(more), others, before);
    }

    Row heldAgainst(Map<String, String> part) {
        return new Row(number, article, counted, printed, request, keys, others, part);
    }

    /** What was computed, out of the answer to the request. */
    Figure in(JsonNode answer) {
        Figure figure = others ? Figure.ofOthers(answer, keys) : Figure.in(answer, keys);
        return before.isEmpty() ? figure : figure.since(Figure.in(answer, before));
    }
}
