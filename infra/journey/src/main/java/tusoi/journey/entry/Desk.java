package tusoi.journey.entry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tusoi.journey.api.Api;
import tusoi.journey.api.Freshness;

/** What all steps share: the API, the ids that the register has given out, and who sits where. */
final class Desk {
    static final String ADMINISTRATOR = "quantri";

    private final Api api;
    private final Says says;
    private final Map<String, String> unitIds = new ConcurrentHashMap<>();

    Desk(Api api, Says says) {
        this.api = api;
        this.says = says;
    }

    Api api() {
        return api;
    }

    Freshness freshness() {
        return new Freshness(api, ADMINISTRATOR);
    }

    void say(String line) {
        says.say(line);
    }

    void unit(String code, String id) {
        unitIds.put(code, id);
    }

    /** The id of a unit that has been established. */
    String unit(String code) {
        String id = unitIds.get(code);
        if (id == null) {
            throw new IllegalStateException(code + " has not been established");
        }
        return id;
    }

    static String organisation(String unit) {
        return user(unit, "tochuc");
    }

    static String inspection(String unit) {
        return user(unit, "kiemtra");
    }

    static String committee(String unit) {
        return user(unit, "capuy");
    }

    static String secretary(String unit) {
        return user(unit, "bithu");
    }

    static String observer(String unit) {
        return user(unit, "quansat");
    }

    static String administrator(String unit) {
        return user(unit, "quantri");
    }

    private static String user(String unit, String post) {
        return unit.toLowerCase(Locale.ROOT) + "." + post;
    }
}
