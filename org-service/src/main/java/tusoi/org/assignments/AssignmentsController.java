package tusoi.org.assignments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.assignments.AssignmentCommandHandler.Assign;
import tusoi.org.assignments.AssignmentCommandHandler.EndAssignment;
import tusoi.org.assignments.AssignmentQueries.AssignmentView;
import tusoi.org.assignments.AssignmentQueries.CoverageView;
import tusoi.org.assignments.domain.Assignment;
import tusoi.org.ids.MemberId;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1")
class AssignmentsController {
    private final AssignmentCommandHandler handler;
    private final AssignmentQueries queries;
    private final UnitDirectory directory;
    private final Clock clock;

    AssignmentsController(
            AssignmentCommandHandler handler, AssignmentQueries queries, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param unitId the branch's code or id */
    record AssignBody(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 64) String unitId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Map<String, String> overrides) {}

    record EndAssignmentBody(@NotNull LocalDate on) {}

    @PostMapping("/assignments")
    ResponseEntity<AssignmentView> assign(@RequestBody @Valid AssignBody body) {
        Assignment wanted = new Assignment(
                Ids.next(),
                new MemberId(body.memberId()),
                directory.resolve(body.unitId()),
                body.validFrom(),
                body.validTo());
        handler.handle(new Assign(wanted, body.overrides() == null ? Overrides.NONE : new Overrides(body.overrides())));
        AssignmentView view = queries.one(wanted.id()).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/assignments/" + wanted.id()), view, view.version());
    }

    @PostMapping("/assignments/{id}/end")
    ResponseEntity<AssignmentView> end(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid EndAssignmentBody body) {
        handler.handle(new EndAssignment(id, expected, body.on()));
        AssignmentView view = queries.one(id).orElseThrow();
        return Versioned.ok(view, view.version());
    }

    @PersonalRead("org.assignments-read")
    @GetMapping("/assignments")
    List<AssignmentView> ofBranch(@RequestParam String unit, @RequestParam @Nullable LocalDate asOf) {
        return queries.ofBranch(directory.resolve(unit), asOf);
    }

    /** Branches under the unit that nobody looks after on the day. */
    @GetMapping("/assignments/coverage")
    CoverageView coverage(@RequestParam String unit, @RequestParam @Nullable LocalDate asOf, PageRequest page) {
        return queries.coverage(directory.resolve(unit), asOf == null ? BusinessDays.today(clock) : asOf, page);
    }

    @PersonalRead(value = "org.assignments-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/members/{member}/assignments")
    List<AssignmentView> ofMember(@PathVariable UUID member) {
        return queries.ofMember(member);
    }
}
