package tusoi.discipline.cases.domain;

import java.util.EnumSet;
import java.util.Set;

/** A measure of discipline. Striking off, withdrawal and criticism are none. */
public enum Form {
    REPRIMAND,
    WARNING,
    REMOVAL_FROM_POST,
    EXPULSION,
    DISSOLUTION;

    private static final Set<Form> OFFICIAL = EnumSet.of(REPRIMAND, WARNING, REMOVAL_FROM_POST, EXPULSION);
    private static final Set<Form> PROBATIONARY = EnumSet.of(REPRIMAND, WARNING);
    private static final Set<Form> UNIT = EnumSet.of(REPRIMAND, WARNING, DISSOLUTION);

    boolean fits(Standing standing) {
        return switch (standing.type()) {
            case UNIT -> UNIT.contains(this);
            case MEMBER -> (standing.official() ? OFFICIAL : PROBATIONARY).contains(this);
        };
    }

    /** Serious enough to be without limitation period. */
    boolean isWithoutLimitation() {
        return this == EXPULSION || this == DISSOLUTION;
    }
}
