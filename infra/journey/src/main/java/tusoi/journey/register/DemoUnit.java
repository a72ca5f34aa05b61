package tusoi.journey.register;

import org.jspecify.annotations.Nullable;

/** A unit to establish; the parent comes before it in every list. */
public record DemoUnit(
        String code,
        String name,
        String level,
        String form,
        @Nullable String kind,
        String parent) {

    public static DemoUnit organisation(String code, String name, String level, String parent) {
        return new DemoUnit(code, name, level, "PARTY_ORGANISATION", null, parent);
    }

    public static DemoUnit branch(String code, String name, String level, String kind, String parent) {
        return new DemoUnit(code, name, level, "BRANCH", kind, parent);
    }

    public boolean isBase() {
        return level.equals("GRASSROOTS");
    }

    public boolean isBranch() {
        return form.equals("BRANCH");
    }
}
