package tusoi.org.members.commands;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.members.commands.MemberCommand.AdmitMember;
import tusoi.org.members.commands.MemberCommand.ReadmitMember;
import tusoi.org.members.commands.MemberCommand.RecogniseMember;
import tusoi.org.members.commands.MemberCommand.RegisterMember;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.reading.Files;
import tusoi.org.members.reading.MemberView;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.web.BulkCommands;
import tusoi.platform.web.BulkResult;
import tusoi.platform.web.IfMatch;

/** The ways in: registered, admitted, recognised, admitted again. */
@RestController
@RequestMapping("/api/org/v1")
class EntriesController {
    private final MemberCommandHandler handler;
    private final Files files;
    private final UnitDirectory directory;
    private final BulkCommands bulk;

    EntriesController(MemberCommandHandler handler, Files files, UnitDirectory directory, BulkCommands bulk) {
        this.handler = handler;
        this.files = files;
        this.directory = directory;
        this.bulk = bulk;
    }

    record RegisterBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 200) String fullName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = PersonBody.GENDER) String gender,

            @NotNull @Pattern(regexp = PersonBody.IDENTIFIER)
            String personIdentifier,

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
            @NotNull @Pattern(regexp = PersonBody.GENDER) String gender,

            @NotNull @Pattern(regexp = PersonBody.IDENTIFIER)
            String personIdentifier,

            @NotNull LocalDate admittedOn,
            @NotNull @Valid DecisionBody decision,
            @Nullable @Valid BallotBody ballot,
            @Nullable Map<String, String> overrides) {}

    record RecognitionBody(
            @NotNull LocalDate decidedOn,
            @Nullable @Valid DecisionBody decision,
            @Nullable @Valid BallotBody ballot,
            @Nullable Map<String, String> overrides) {}

    /** One of a meeting's recognitions; the member as read is not asked for. */
    record RecognitionItem(
            @NotNull UUID memberId,
            @NotNull LocalDate decidedOn,
            @Nullable @Valid DecisionBody decision,
            @Nullable @Valid BallotBody ballot,
            @Nullable Map<String, String> overrides) {}

    record RecognitionItems(
            @NotEmpty @Size(max = 200) @Valid List<@NotNull RecognitionItem> items) {}

    record ReadmissionBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotNull LocalDate admittedOn,
            @NotNull @Valid DecisionBody decision,
            @Nullable @Valid BallotBody ballot,
            @Nullable Map<String, String> overrides) {}

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
        return files.created(handler.handle(new RegisterMember(
                PersonBody.identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                member,
                body.memberRef(),
                DecisionBody.basis(body.decision()))));
    }

    @PostMapping("/admissions")
    ResponseEntity<MemberView.File> admit(@RequestBody @Valid AdmissionBody body) {
        return files.created(handler.handle(new AdmitMember(
                PersonBody.identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                directory.resolve(body.unitId()),
                body.admittedOn(),
                body.decision().basis(),
                BallotBody.ballot(body.ballot()),
                DecisionBody.overrides(body.overrides()))));
    }

    @PostMapping("/members/{id}/recognition")
    ResponseEntity<MemberView.File> recognise(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid RecognitionBody body) {
        handler.handle(new RecogniseMember(
                new MemberId(id),
                expected,
                body.decidedOn(),
                BallotBody.ballot(body.ballot()),
                DecisionBody.basis(body.decision()),
                DecisionBody.overrides(body.overrides())));
        return files.of(id);
    }

    @PostMapping("/members/bulk/recognitions")
    BulkResult recogniseMany(@RequestBody @Valid RecognitionItems body, HttpServletRequest request) {
        return bulk.run(request.getRequestURI(), body.items(), item -> {
            handler.handle(new RecogniseMember(
                    new MemberId(item.memberId()),
                    null,
                    item.decidedOn(),
                    BallotBody.ballot(item.ballot()),
                    DecisionBody.basis(item.decision()),
                    DecisionBody.overrides(item.overrides())));
            return Map.of("id", item.memberId());
        });
    }

    @PostMapping("/members/{id}/readmission")
    ResponseEntity<MemberView.File> readmit(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ReadmissionBody body) {
        handler.handle(new ReadmitMember(
                new MemberId(id),
                expected,
                directory.resolve(body.unitId()),
                body.admittedOn(),
                BallotBody.ballot(body.ballot()),
                body.decision().basis(),
                DecisionBody.overrides(body.overrides())));
        return files.of(id);
    }
}
