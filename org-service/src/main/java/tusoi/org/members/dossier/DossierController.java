package tusoi.org.members.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.members.dossier.DossierQueries.DossierView;
import tusoi.org.reads.PersonalRead;
import tusoi.org.text.Texts;
import tusoi.platform.time.BusinessDays;
import tusoi.scope.Scope;

/** Each command answers the dossier as it then stands. */
@RestController
@RequestMapping("/api/org/v1/members/{id}")
class DossierController {
    private final DossierCommandHandler handler;
    private final DossierQueries queries;
    private final Scope scope;
    private final Clock clock;

    DossierController(DossierCommandHandler handler, DossierQueries queries, Scope scope, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.scope = scope;
        this.clock = clock;
    }

    /** Kind and level are codes, such as POLITICAL_THEORY and INTERMEDIATE. */
    record QualificationBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String kind,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            String level,

            @Nullable LocalDate obtainedOn) {}

    record PlanningBody(
            @NotBlank @Size(max = 200) String post, @NotNull LocalDate from) {}

    record PlanningEndBody(@NotNull LocalDate on) {}

    record CardBody(
            @NotNull @Pattern(regexp = "[0-9]{2}\\.[0-9]{6}")
            String number,

            @NotNull LocalDate issuedOn) {}

    record CardWithdrawalBody(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 300) String reason) {}

    @PersonalRead(value = "org.dossier-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/dossier")
    DossierView dossier(@PathVariable UUID id, @RequestParam @Nullable LocalDate on) {
        scope.account();
        return queries.of(id, on == null ? BusinessDays.today(clock) : on);
    }

    @PostMapping("/qualifications")
    DossierView qualify(@PathVariable UUID id, @RequestBody @Valid QualificationBody body) {
        handler.qualify(new MemberId(id), body.kind(), body.level(), body.obtainedOn());
        return now(id);
    }

    @PostMapping("/cadre-planning")
    DossierView plan(@PathVariable UUID id, @RequestBody @Valid PlanningBody body) {
        handler.plan(new MemberId(id), Texts.clean(body.post()), body.from());
        return now(id);
    }

    @PostMapping("/cadre-planning/{plan}/end")
    DossierView endPlan(@PathVariable UUID id, @PathVariable UUID plan, @RequestBody @Valid PlanningEndBody body) {
        handler.endPlan(new MemberId(id), plan, body.on());
        return now(id);
    }

    @PostMapping("/cards")
    DossierView issue(@PathVariable UUID id, @RequestBody @Valid CardBody body) {
        handler.issue(new MemberId(id), body.number(), body.issuedOn());
        return now(id);
    }

    @PostMapping("/cards/withdrawal")
    DossierView withdraw(@PathVariable UUID id, @RequestBody @Valid CardWithdrawalBody body) {
        handler.withdraw(new MemberId(id), body.on(), Texts.clean(body.reason()));
        return now(id);
    }

    private DossierView now(UUID id) {
        return queries.of(id, BusinessDays.today(clock));
    }
}
