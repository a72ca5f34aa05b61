package tusoi.discipline.cases.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/**
 * A decision with all it was taken under, so that it can say why.
 *
 * @param decidingLevel the deciding body's level on the day of signing
 * @param votes of the deciding body; absent where nobody recorded them
 * @param effectiveOn known at the decision where the profile does not wait for the announcement
 */
public record DecisionTaken(
        String number,
        Form form,
        UnitId decider,
        String decidingLevel,
        LocalDate signedOn,
        @Nullable Ballots votes,
        String profile,
        List<String> warnings,
        Map<String, String> overrides,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate announcedOn) {
    public DecisionTaken {
        warnings = List.copyOf(warnings);
        overrides = Map.copyOf(overrides);
    }

    DecisionTaken announced(LocalDate on, LocalDate effective, List<String> more, Map<String, String> reasons) {
        List<String> allWarnings =
                Stream.concat(warnings.stream(), more.stream()).toList();
        Map<String, String> allReasons = new HashMap<>(overrides);
        allReasons.putAll(reasons);
        return new DecisionTaken(
                number, form, decider, decidingLevel, signedOn, votes, profile, allWarnings, allReasons, effective, on);
    }
}
