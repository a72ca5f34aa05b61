package tusoi.org.roster;

import java.util.UUID;

/** A member at home in a unit on a day. */
public record AtHome(UUID memberId, UUID unitId, boolean official, boolean exempt, boolean suspended) {
    /** Neither exempt from activity nor suspended from it: expected at meetings and studies. */
    public boolean isExpected() {
        return !exempt && !suspended;
    }
}
