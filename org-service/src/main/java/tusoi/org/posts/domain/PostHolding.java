package tusoi.org.posts.domain;

import static tusoi.org.posts.domain.PostRules.ORG_21;
import static tusoi.org.posts.domain.PostRules.ORG_22;
import static tusoi.org.posts.domain.PostRules.ORG_23;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Basis basis,
        LocalDate from,
        @Nullable LocalDate to) {
    /** How somebody came to a post. */
    public enum Mode {
        ELECTED,
        APPOINTED,
        OTHER
    }

    /** The days {@code [from, to)} that a committee is elected or appointed for. */
    public record Term(LocalDate from, LocalDate to) {}

    /**
     * What a holding rests on.
     *
     * @param appointedBy the unit above that appointed, as is usual after a merger
     */
    public record Basis(
            Mode mode,
            @Nullable Term term,
            @Nullable UnitId appointedBy,
            @Nullable String decisionNumber) {
        public static Basis of(Mode mode) {
            return new Basis(mode, null, null, null);
        }
    }

    /** What happened to a holding. */
    public enum Change {
        HELD,
        LEFT,
        CORRECTED
    }

    /** ORG-21, ORG-22, ORG-23. */
    public static Decision<PostHolding, Change> hold(
            PostHolding holding, boolean memberInForce, boolean unitLives, List<PostHolding> others) {
        return checked(holding, Change.HELD, memberInForce && unitLives, memberInForce, others);
    }

    /** As if it had been recorded so; the rules are those of {@link #hold}. */
    public Decision<PostHolding, Change> correct(
            Period right, boolean memberInForce, boolean unitLives, List<PostHolding> others) {
        PostHolding corrected = new PostHolding(
                id,
                member,
                unit,
                post,
                label,
                external,
                new Basis(basis.mode(), right.term(), basis.appointedBy(), basis.decisionNumber()),
                right.from(),
                right.to());
        List<PostHolding> rest =
                others.stream().filter(other -> !other.id().equals(id)).toList();
        return checked(corrected, Change.CORRECTED, memberInForce && unitLives, memberInForce, rest);
    }

    /** Days of a holding and of its term. */
    public record Period(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Term term) {}

    private static Decision<PostHolding, Change> checked(
            PostHolding holding, Change change, boolean possible, boolean memberInForce, List<PostHolding> others) {
        Term term = holding.basis().term();
        if ((holding.to() != null && !holding.to().isAfter(holding.from()))
                || (term != null && !term.to().isAfter(term.from()))) {
            return Decision.refused(ORG_23, "It ends before it begins", Map.of("validFrom", holding.from()));
        }
        if (!possible) {
            return Decision.refused(
                    ORG_21,
                    memberInForce ? "The unit does not live then" : "The membership is not in force then",
                    Map.of("validFrom", holding.from()));
        }
        if (others.stream().anyMatch(holding::isSameAtOnce)) {
            return Decision.refused(ORG_22, "Held in that unit at that time already", Map.of("post", holding.post()));
        }
        return Decision.accepted(holding, change);
    }

    /** ORG-23: from the day on the post is not held any more. */
    public Decision<PostHolding, Change> leave(LocalDate on) {
        if (!on.isAfter(from) || (to != null && !on.isBefore(to))) {
            return Decision.refused(ORG_23, "Not held on " + on, Map.of("validFrom", from, "on", on));
        }
        return Decision.accepted(
                new PostHolding(id, member, unit, post, label, external, basis, from, on), Change.LEFT);
    }

    /** The party's post, if it is one of the list. */
    public Optional<PostType> type() {
        return external ? Optional.empty() : PostType.of(post);
    }

    private boolean isSameAtOnce(PostHolding other) {
        return other.unit().equals(unit)
                && other.post().equals(post)
                && Objects.equals(other.label(), label)
                && (other.to() == null || from.isBefore(other.to()))
                && (to == null || other.from().isBefore(to));
    }
}
