package tusoi.testkit.badinput;

import java.util.function.UnaryOperator;

/**
 * A change of a valid call in one place.
 *
 * @param place what a refusal has to name: the field, parameter or header, or {@code body}
 * @param what for the report
 * @param isForbidden by the description: it may not succeed; else only a failure of the service is one
 */
record Variation(String place, String what, boolean isForbidden, UnaryOperator<Call> change) {
    static final String BODY = "body";
    static final String LEFT_OUT = "left out";

    /** The last name in the place: what a refusal surely has in its own. */
    String field() {
        String[] names = place.replaceAll("\\[[0-9]+]", "").split("\\.");
        return names[names.length - 1];
    }
}
