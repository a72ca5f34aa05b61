package tusoi.org.members.activities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.activities.ActivityQueries.ActivityView;
import tusoi.org.members.activities.ActivityQueries.GuestView;
import tusoi.org.members.activities.domain.TemporaryActivity.Purpose;
import tusoi.org.members.activities.domain.TemporaryActivity.Stay;
import tusoi.org.members.commands.DecisionBody;
import tusoi.org.reads.PersonalRead;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1")
class ActivitiesController {
    private final ActivityCommandHandler handler;
    private final ActivityQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    ActivitiesController(
            ActivityCommandHandler handler,
            ActivityQueries queries,
            UnitDirectory directory,
            Scope scope,
            Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    /** Either a host of this register or the name of an organisation outside it. */
    record ActivityBody(
            @Nullable @Size(max = 64) String hostUnitId,
            @Nullable @Size(max = 300) String organisation,
            @NotNull Purpose purpose,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record ActivityEndBody(
            @NotNull LocalDate on, @NotNull @Valid DecisionBody decision) {}

    @PersonalRead(value = "org.activities-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/members/{id}/temporary-activities")
    List<ActivityView> of(@PathVariable UUID id) {
        scope.account();
        return queries.of(id);
    }

    @PostMapping("/members/{id}/temporary-activities")
    ResponseEntity<ActivityView> begin(@PathVariable UUID id, @RequestBody @Valid ActivityBody body) {
        UnitId host = directory.resolveIfGiven(body.hostUnitId());
        String outside =
                body.organisation() == null || body.organisation().isBlank() ? null : Texts.clean(body.organisation());
        if ((host == null) == (outside == null)) {
            throw ProblemException.unreadable(
                    "hostUnitId", "A host or the name of an organisation outside is wanted", "Give one of the two");
        }
        UUID made = handler.begin(
                new MemberId(id),
                new Stay(host, outside, body.purpose(), body.from(), body.to()),
                body.decision().basis(),
                DecisionBody.overrides(body.overrides()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"1\"").body(queries.byId(made));
    }

    @PostMapping("/temporary-activities/{id}/end")
    ResponseEntity<ActivityView> end(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ActivityEndBody body) {
        handler.end(id, expected, body.on(), body.decision().basis());
        ActivityView view = queries.byId(id);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    /** Guests on a day, at a unit or below: an "of which" beside its count, never part of it. */
    @PersonalRead("org.guests-read")
    @GetMapping("/members/guests")
    List<GuestView> guests(@RequestParam @NotBlank String unit, @RequestParam @Nullable LocalDate asOf) {
        scope.account();
        UnitId host = directory.resolve(unit);
        scope.require(Right.MEMBER_READ, host.value());
        return queries.guests(host.value(), asOf == null ? BusinessDays.today(clock) : asOf);
    }
}
