package tusoi.org.members;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
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
import tusoi.org.members.MemberCommand.AdmitMember;
import tusoi.org.members.MemberCommand.Basis;
import tusoi.org.members.MemberCommand.ChangeMember;
import tusoi.org.members.MemberCommand.ExemptMember;
import tusoi.org.members.MemberCommand.Identity;
import tusoi.org.members.MemberCommand.RecogniseMember;
import tusoi.org.members.MemberCommand.RecordDeath;
import tusoi.org.members.MemberCommand.RegisterMember;
import tusoi.org.members.MemberCommand.TransferMember;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.NewMember;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@RestController
@RequestMapping("/api/org/v1")
class MembersController {
    private final MemberCommandHandler handler;
    private final MemberReading reading;
    private final UnitDirectory directory;
    private final Clock clock;

    MembersController(MemberCommandHandler handler, MemberReading reading, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.reading = reading;
        this.directory = directory;
        this.clock = clock;
    }

    record DecisionBody(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 300) String body,
            @NotNull LocalDate signedOn) {
        Basis basis() {
            return new Basis(Texts.clean(number), Texts.clean(body), signedOn);
        }
    }

    record RegisterBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 200) String fullName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = "MALE|FEMALE") String gender,
            @NotNull @Pattern(regexp = "[0-9]{12}") String personIdentifier,
            @Nullable @Size(max = 64) String memberRef,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate recognisedOn,
            @NotNull LocalDate memberSince,
            @NotNull MemberState state,
            @Nullable Boolean exempt,
            @Nullable @Valid DecisionBody decision) {}

    record AdmissionBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 200) String fullName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = "MALE|FEMALE") String gender,
            @NotNull @Pattern(regexp = "[0-9]{12}") String personIdentifier,
            @NotNull LocalDate admittedOn,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record RecognitionBody(
            @NotNull LocalDate decidedOn,
            @Nullable @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record TransferBody(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 64) String toUnitId,
            @Nullable @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record ExemptionBody(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean exempt,
            @Nullable @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record DeathBody(@NotNull LocalDate on) {}

    @GetMapping("/members")
    Page<MemberView> list(
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable @Size(max = 200) String q,
            @RequestParam @Nullable MemberState state,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return reading.list(wanted(unit, q, state, asOf, knownAt), page);
    }

    @GetMapping(path = "/members/export", produces = "text/csv")
    void export(
            @RequestParam @Nullable String unit, @RequestParam @Nullable LocalDate asOf, HttpServletResponse response)
            throws IOException {
        MemberQueries.Wanted wanted = wanted(unit, null, null, asOf, null);
        reading.auditExport(wanted);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"members-" + wanted.asOf() + ".csv\"");
        reading.export(wanted, response.getWriter());
    }

    @GetMapping("/members/{id}")
    ResponseEntity<MemberView.File> one(@PathVariable UUID id) {
        return file(id);
    }

    @GetMapping("/members/conflicts")
    List<ConflictQueries.ConflictView> conflicts() {
        return reading.conflicts();
    }

    @PostMapping("/members")
    ResponseEntity<MemberView.File> register(@RequestBody @Valid RegisterBody body) {
        NewMember member = new NewMember(
                directory.resolve(body.unitId()),
                body.memberSince(),
                body.birthDate(),
                body.admittedOn(),
                body.recognisedOn(),
                body.state(),
                body.exempt() != null && body.exempt());
        return created(handler.handle(new RegisterMember(
                identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                member,
                body.memberRef(),
                basis(body.decision()))));
    }

    @PostMapping("/admissions")
    ResponseEntity<MemberView.File> admit(@RequestBody @Valid AdmissionBody body) {
        return created(handler.handle(new AdmitMember(
                identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                directory.resolve(body.unitId()),
                body.admittedOn(),
                body.decision().basis(),
                overrides(body.overrides()))));
    }

    @PostMapping("/members/{id}/recognition")
    ResponseEntity<MemberView.File> recognise(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid RecognitionBody body) {
        return change(new RecogniseMember(
                new MemberId(id), expected, body.decidedOn(), basis(body.decision()), overrides(body.overrides())));
    }

    @PostMapping("/members/{id}/transfer")
    ResponseEntity<MemberView.File> transfer(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid TransferBody body) {
        UnitId to = directory.resolve(body.toUnitId());
        return change(new TransferMember(
                new MemberId(id), expected, body.on(), to, basis(body.decision()), overrides(body.overrides())));
    }

    @PostMapping("/members/{id}/exemption")
    ResponseEntity<MemberView.File> exempt(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ExemptionBody body) {
        return change(new ExemptMember(
                new MemberId(id),
                expected,
                body.from(),
                body.to(),
                body.exempt() == null || body.exempt(),
                basis(body.decision()),
                overrides(body.overrides())));
    }

    @PostMapping("/members/{id}/death")
    ResponseEntity<MemberView.File> death(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid DeathBody body) {
        return change(new RecordDeath(new MemberId(id), expected, body.on(), Overrides.NONE));
    }

    private ResponseEntity<MemberView.File> change(ChangeMember command) {
        handler.handle(command);
        return file(command.member().value());
    }

    private ResponseEntity<MemberView.File> created(MemberId id) {
        MemberView.File file = reading.file(id.value());
        return ResponseEntity.created(URI.create("/api/org/v1/members/" + id))
                .eTag("\"" + file.version() + "\"")
                .body(file);
    }

    private ResponseEntity<MemberView.File> file(UUID id) {
        MemberView.File file = reading.file(id);
        return ResponseEntity.ok().eTag("\"" + file.version() + "\"").body(file);
    }

    private MemberQueries.Wanted wanted(
            @Nullable String unit,
            @Nullable String q,
            @Nullable MemberState state,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {
        UnitId within = directory.resolveIfGiven(unit);
        return new MemberQueries.Wanted(
                within == null ? null : within.value(),
                q == null || q.isBlank() ? null : q,
                state == null ? null : state.name(),
                asOf == null ? BusinessDays.today(clock) : asOf,
                knownAt);
    }

    private static Identity identity(String fullName, LocalDate birthDate, String gender, String personIdentifier) {
        String name = Texts.clean(fullName);
        if (!name.contains(" ")) {
            throw ProblemException.unreadable("fullName", "A full name has two words at least", "Write it in full");
        }
        return new Identity(name, birthDate, gender, personIdentifier);
    }

    private static @Nullable Basis basis(@Nullable DecisionBody decision) {
        return decision == null ? null : decision.basis();
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
