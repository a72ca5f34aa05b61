package tusoi.org.units.domain;

/** What happened to a unit. */
public enum UnitChange {
    ESTABLISHED,
    RENAMED,
    RE_PARENTED,
    LEVEL_CHANGED,
    KIND_CHANGED,
    ENDED,
    DISSOLVED
}
