package tusoi.review.reviews;

import java.util.List;
import java.util.UUID;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.DeciderStanding;
import tusoi.scope.Units;

/**
 * The way from the root to a subject's unit, and who on it decides (rules B.3 step 9): for a member the base organisation, which
 * may be its own branch; for a unit or a collective the direct superior.
 */
record DeciderPath(List<UUID> units, List<String> levels) {
    private static final String BASE = "GRASSROOTS";

    static DeciderPath of(List<Units.Unit> path) {
        return new DeciderPath(
                path.stream().map(Units.Unit::id).toList(),
                path.stream().map(Units.Unit::level).toList());
    }

    DeciderStanding standing(SubjectType type, UnitId decider) {
        int own = units.size() - 1;
        int at = units.indexOf(decider.value());
        int body = type == SubjectType.MEMBER ? levels.lastIndexOf(BASE) : own - 1;
        if (at < 0 || (at == own && body != own)) {
            return DeciderStanding.OUTSIDE;
        }
        return body < 0 || at <= body ? DeciderStanding.BODY_OR_ABOVE : DeciderStanding.BELOW_BODY;
    }
}
