package tusoi.review.reviews.domain;

import java.util.List;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/**
 * The way from the root to a subject's unit, and who on it decides (rules B.3 step 9): for a member the base organisation, which
 * may be its own branch; for a unit or a collective the direct superior.
 */
public record DeciderPath(List<UnitId> units, List<String> levels) {
    private static final String BASE = "GRASSROOTS";

    public DeciderPath {
        units = List.copyOf(units);
        levels = List.copyOf(levels);
    }

    /** REV-11, REV-12: 16-HD/BTCTW 2018, 25-HD/BTCTW 2023, 43-HD/BTCTW 2025. */
    public DeciderStanding standing(SubjectType type, UnitId decider) {
        int own = units.size() - 1;
        int at = units.indexOf(decider);
        int body = type == SubjectType.MEMBER ? levels.lastIndexOf(BASE) : own - 1;
        if (at < 0 || (at == own && body != own)) {
            return DeciderStanding.OUTSIDE;
        }
        return body < 0 || at <= body ? DeciderStanding.BODY_OR_ABOVE : DeciderStanding.BELOW_BODY;
    }
}
