package tusoi.org.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong in a body of many entries, each by its place, told all at once. */
public final class Places {
    private static final int TOLD_AT_MOST = 100;

    private final List<Map<String, String>> found = new ArrayList<>();

    public void add(String place, String detail) {
        found.add(Map.of("place", place, "detail", detail));
    }

    public void addUnless(boolean holds, String place, String detail) {
        if (!holds) {
            add(place, detail);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public String summary() {
        return found.size() == 1
                ? found.getFirst().get("place") + ": " + found.getFirst().get("detail")
                : found.size() + " entries cannot be as they are written; see places";
    }

    /** For a problem's facts. */
    public Map<String, Object> facts() {
        return Map.of(
                "count",
                found.size(),
                "places",
                found.stream().limit(TOLD_AT_MOST).toList());
    }
}
