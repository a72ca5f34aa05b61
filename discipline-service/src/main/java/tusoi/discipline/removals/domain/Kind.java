package tusoi.discipline.removals.domain;

/** Three ways out that statistics keep apart. */
public enum Kind {
    STRIKE_OFF,
    WITHDRAWAL,
    SCREENING
}
