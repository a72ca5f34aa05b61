package tusoi.discipline.removals;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.removals.domain.Ground;
import tusoi.discipline.removals.domain.Kind;
import tusoi.platform.rules.Overrides;

/** What the API takes. */
final class RemovalCommands {
    private static final int RULES = 20;
    private static final int NOTICES = 20;
    private static final int REASON_CHARACTERS = 2_000;
    private static final int VOTERS = 100_000;

    private RemovalCommands() {}

    record OpenRemoval(
            @NotNull Kind kind,
            @NotNull UUID memberId,
            @Nullable UUID unitId,
            @NotNull @Size(max = 7) List<@NotNull Ground> grounds,
            @Nullable @Size(max = NOTICES) List<@NotNull UUID> noticeIds,
            @Nullable LocalDate openedOn,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return RemovalCommands.reasons(overrides);
        }
    }

    @Schema(name = "ReceiveSelfReviewOfRemoval")
    record ReceiveSelfReview(
            @NotNull LocalDate on,
            boolean submitted,
            @Min(0) @Max(99) int requests,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return RemovalCommands.reasons(overrides);
        }
    }

    /** {@code entitled} may be left out for a branch, whose base the register knows. */
    record CountVotes(
            @NotNull LocalDate on,
            @Nullable UUID bodyUnitId,
            @Nullable @Min(1) @Max(VOTERS) Integer entitled,
            @Min(0) @Max(VOTERS) int valid,
            @Min(0) @Max(VOTERS) int inFavour,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return RemovalCommands.reasons(overrides);
        }
    }

    record DecideOnRemoval(
            @NotBlank @Size(max = 60) String number,
            @NotNull UUID deciderUnitId,
            @NotNull LocalDate signedOn,
            @Min(1) @Max(VOTERS) int entitled,
            @Min(0) @Max(VOTERS) int inFavour,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return RemovalCommands.reasons(overrides);
        }
    }

    /** By the body that decided or one above it, with a decision of its own. */
    record AnnulRemoval(
            @NotBlank @Size(max = 60) String number,
            @NotNull UUID deciderUnitId,
            @NotNull LocalDate on) {}

    record CloseRemoval(@NotNull LocalDate on) {}

    private static Overrides reasons(@Nullable Map<String, String> overrides) {
        return overrides == null ? Overrides.NONE : new Overrides(overrides);
    }
}
