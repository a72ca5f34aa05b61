package tusoi.org.units;

import tusoi.org.units.domain.Level;

/** Where a register may begin. */
public enum RootLevel {
    CENTRAL,
    PROVINCE,
    DISTRICT,
    GRASSROOTS;

    Level level() {
        return Level.valueOf(name());
    }
}
