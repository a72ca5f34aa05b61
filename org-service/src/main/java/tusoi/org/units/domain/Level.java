package tusoi.org.units.domain;

/** Where a unit stands, from the top down; an attribute with a validity, as the reform of 2025 changed it for a ward twice. */
public enum Level {
    CENTRAL(0),
    PROVINCE(1),
    DISTRICT(2),
    GRASSROOTS(3),
    SECTION_ORGANISATION(4),
    SUBORDINATE_ORGANISATION(4),
    BRANCH(5),
    PARTY_GROUP(6);

    private final int depth;

    Level(int depth) {
        this.depth = depth;
    }

    public boolean isAbove(Level other) {
        return depth < other.depth;
    }
}
