package tusoi.org.members.commands;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.org.members.histories.Basis;
import tusoi.org.text.Texts;
import tusoi.platform.rules.Overrides;

/** A decision on paper, as sent. */
@Schema(name = "MemberDecisionBody")
public record DecisionBody(
        @NotBlank @Size(max = 100) String number,
        @NotBlank @Size(max = 300) String body,
        @NotNull LocalDate signedOn) {

    public Basis basis() {
        return new Basis(Texts.clean(number), Texts.clean(body), signedOn);
    }

    public static @Nullable Basis basis(@Nullable DecisionBody decision) {
        return decision == null ? null : decision.basis();
    }

    public static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
