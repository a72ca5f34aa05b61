package tusoi.discipline.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.cases.domain.Content;
import tusoi.discipline.cases.domain.Form;
import tusoi.discipline.cases.domain.SubjectType;
import tusoi.platform.rules.Overrides;

/** What the API takes. Days are business days; nobody can say when something was recorded. */
final class CaseCommands {
    private static final String CODE = "[A-Z][A-Z0-9_]{1,59}";
    private static final int RULES = 20;
    private static final int REASON_CHARACTERS = 2_000;
    private static final int VOTERS = 100_000;

    private CaseCommands() {}

    record ReceiveCase(
            @NotNull SubjectType subjectType,
            @NotNull UUID subjectId,
            @Nullable UUID unitId,
            @NotBlank @Pattern(regexp = "[A-Z_]{1,40}") String source,
            @NotEmpty @Size(max = 11) List<@NotNull Content> contents,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate violatedOn,
            @Nullable @Size(max = 20_000) String narrative) {}

    record StartVerification(
            @NotNull LocalDate on, @NotBlank @Size(max = 60) String decisionNumber) {}

    record ReceiveSelfReview(
            @NotNull LocalDate on,
            boolean submitted,
            @Nullable Form proposedForm) {}

    record HoldHearing(@NotNull LocalDate on, boolean attended) {}

    record CountBallots(
            @NotNull LocalDate on,
            @Nullable UUID bodyUnitId,
            @Nullable @Min(1) @Max(VOTERS) Integer entitled,
            @Min(0) @Max(VOTERS) int valid,
            @NotNull @Size(max = 10) Map<Form, @NotNull @Min(0) @Max(VOTERS) Integer> inFavour) {}

    record DecideCase(
            @NotBlank @Size(max = 60) String number,
            @NotNull Form form,
            @NotNull UUID deciderUnitId,
            @NotNull LocalDate signedOn,
            @Nullable @Min(1) @Max(VOTERS) Integer entitled,
            @Nullable @Min(0) @Max(VOTERS) Integer inFavour,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return overrides == null ? Overrides.NONE : new Overrides(overrides);
        }
    }

    record AnnounceDecision(
            @NotNull LocalDate on,
            @Nullable @Size(max = RULES) Map<String, @NotNull @Size(max = REASON_CHARACTERS) String> overrides) {
        Overrides reasons() {
            return overrides == null ? Overrides.NONE : new Overrides(overrides);
        }
    }

    /** By the deciding body or one above it, with a decision of its own. */
    record AnnulDecision(
            @NotBlank @Size(max = 60) String number,
            @NotNull UUID deciderUnitId,
            @NotNull LocalDate on) {}

    /** Codes, since both leave in events, where no name of a person may stand. */
    record LinkSanction(
            @NotNull @Pattern(regexp = CODE) String authority,
            @NotNull @Pattern(regexp = CODE) String form,
            @NotNull LocalDate on) {}

    record CloseCase(
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "[A-Z_]{1,40}") String reason) {}
}
