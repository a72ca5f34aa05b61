package tusoi.org.members.prospects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.commands.BallotBody;
import tusoi.org.members.commands.DecisionBody;
import tusoi.org.members.commands.PersonBody;
import tusoi.org.members.prospects.ProspectQueries.Look;
import tusoi.org.members.prospects.ProspectQueries.ProspectFile;
import tusoi.org.members.prospects.ProspectQueries.ProspectView;
import tusoi.org.members.reading.Files;
import tusoi.org.members.reading.MemberView;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/prospects")
class ProspectsController {
    private final ProspectCommandHandler handler;
    private final ProspectQueries queries;
    private final Files files;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    ProspectsController(
            ProspectCommandHandler handler,
            ProspectQueries queries,
            Files files,
            UnitDirectory directory,
            Scope scope,
            Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.files = files;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    record ProspectBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 200) String fullName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = PersonBody.GENDER) String gender,

            @NotNull @Pattern(regexp = PersonBody.IDENTIFIER)
            String personIdentifier,

            @NotNull LocalDate since) {}

    record IntroducerBody(@NotNull UUID memberId, @NotNull LocalDate knownSince) {}

    record ProspectAdmissionBody(
            @NotNull LocalDate admittedOn,
            @NotNull @Valid DecisionBody decision,
            @Nullable @Valid BallotBody ballot,
            @Nullable Map<String, String> overrides) {}

    record ProspectClosureBody(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    @PersonalRead("org.prospects-read")
    @GetMapping
    Page<ProspectView> list(
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable @Pattern(regexp = "OPEN|ADMITTED|CLOSED") String state,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        scope.account();
        UnitId within = directory.resolveIfGiven(unit);
        if (within != null) {
            scope.require(Right.MEMBER_READ, within.value());
        }
        return queries.list(
                within == null ? null : within.value(),
                state,
                asOf == null ? BusinessDays.today(clock) : asOf,
                new Look(asOf, knownAt),
                page);
    }

    @PersonalRead(value = "org.prospect-read", of = PersonalRead.Of.PROSPECT)
    @GetMapping("/{id}")
    ResponseEntity<ProspectFile> one(
            @PathVariable UUID id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        scope.account();
        return file(id, new Look(asOf, knownAt));
    }

    /** What it was held to be, from when to when. */
    @PersonalRead(value = "org.prospect-read", of = PersonalRead.Of.PROSPECT)
    @GetMapping("/{id}/versions")
    List<ProspectQueries.ProspectVersionView> versions(@PathVariable UUID id) {
        scope.account();
        return queries.versions(id);
    }

    @PostMapping
    ResponseEntity<ProspectFile> open(@RequestBody @Valid ProspectBody body) {
        UUID id = handler.open(
                directory.resolve(body.unitId()),
                PersonBody.identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                body.since());
        return ResponseEntity.created(URI.create("/api/org/v1/prospects/" + id))
                .eTag("\"1\"")
                .body(queries.byId(id, Look.NOW));
    }

    @PostMapping("/{id}/introducers")
    ResponseEntity<ProspectFile> introduce(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid IntroducerBody body) {
        handler.introduce(id, expected, new MemberId(body.memberId()), body.knownSince());
        return file(id);
    }

    @PostMapping("/{id}/admission")
    ResponseEntity<MemberView.File> admit(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ProspectAdmissionBody body) {
        return files.created(handler.admit(
                id,
                expected,
                new ProspectCommandHandler.Admit(
                        body.admittedOn(),
                        body.decision().basis(),
                        BallotBody.ballot(body.ballot()),
                        DecisionBody.overrides(body.overrides()))));
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<ProspectFile> close(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ProspectClosureBody body) {
        handler.close(id, expected, body.on(), body.reason());
        return file(id);
    }

    private ResponseEntity<ProspectFile> file(UUID id) {
        return file(id, Look.NOW);
    }

    private ResponseEntity<ProspectFile> file(UUID id, Look look) {
        ProspectFile file = queries.byId(id, look);
        return ResponseEntity.ok().eTag("\"" + file.prospect().version() + "\"").body(file);
    }
}
