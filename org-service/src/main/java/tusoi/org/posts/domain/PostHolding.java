package tusoi.org.posts.domain;

import static tusoi.org.posts.domain.PostRules.ORG_21;
import static tusoi.org.posts.domain.PostRules.ORG_22;
import static tusoi.org.posts.domain.PostRules.ORG_23;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;

/**
 * A post held on the days in {@code [from, to)}.
 *
 * @param external of government or a mass organisation; recorded at the unit, not of it
 * @param label free words for an external post
 */
public record PostHolding(
        UUID id,
        MemberId member,
        UnitId unit,
        String post,
        @Nullable String label,
        boolean external,
        Mode mode,
        LocalDate from,
        @Nullable LocalDate to) {
    /** How somebody came to a post. */
    public enum Mode {
        ELECTED,
        APPOINTED,
        OTHER
    }

    /** What happened to a holding. */
    public enum Change {
        HELD,
        LEFT
    }

    /** ORG-21, ORG-22, ORG-23. */
    public static Decision<PostHolding, Change> hold(
            PostHolding holding, boolean memberInForce, boolean unitLives, List<PostHolding> others) {
        if (holding.to() != null && !holding.to().isAfter(holding.from())) {
            return Decision.refused(ORG_23, "It ends before it begins", Map.of("validFrom", holding.from()));
        }
        if (!memberInForce || !unitLives) {
            return Decision.refused(
                    ORG_21,
                    memberInForce ? "The unit does not live then" : "The membership is not in force then",
                    Map.of("validFrom", holding.from()));
        }
        if (others.stream().anyMatch(holding::isSameAtOnce)) {
            return Decision.refused(ORG_22, "Held in that unit at that time already", Map.of("post", holding.post()));
        }
        return Decision.accepted(holding, Change.HELD);
    }

    /** ORG-23: from the day on the post is not held any more. */
    public Decision<PostHolding, Change> leave(LocalDate on) {
        if (!on.isAfter(from) || (to != null && !on.isBefore(to))) {
            return Decision.refused(ORG_23, "Not held on " + on, Map.of("validFrom", from, "on", on));
        }
        return Decision.accepted(new PostHolding(id, member, unit, post, label, external, mode, from, on), Change.LEFT);
    }

    private boolean isSameAtOnce(PostHolding other) {
        return other.unit().equals(unit)
                && other.post().equals(post)
                && Objects.equals(other.label(), label)
                && (other.to() == null || from.isBefore(other.to()))
                && (to == null || other.from().isBefore(to));
    }
}
