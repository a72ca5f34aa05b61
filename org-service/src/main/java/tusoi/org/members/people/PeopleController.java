package tusoi.org.members.people;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import tusoi.org.members.people.CorrectionCommand.CorrectDays;
import tusoi.org.members.people.CorrectionCommand.CorrectMovement;
import tusoi.org.members.people.CorrectionCommand.CorrectPerson;
import tusoi.org.members.people.CorrectionCommand.TakeBack;
import tusoi.org.members.reading.Files;
import tusoi.org.members.reading.MemberView;
import tusoi.org.reads.PersonalRead;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Corrections, and entries of one person that are joined. */
@RestController
@RequestMapping("/api/org/v1/members")
class PeopleController {
    private final CorrectionCommandHandler corrections;
    private final MergeCommandHandler merges;
    private final PeopleQueries queries;
    private final Files files;
    private final UnitDirectory directory;
    private final Scope scope;

    PeopleController(
            CorrectionCommandHandler corrections,
            MergeCommandHandler merges,
            PeopleQueries queries,
            Files files,
            UnitDirectory directory,
            Scope scope) {
        this.corrections = corrections;
        this.merges = merges;
        this.queries = queries;
        this.files = files;
        this.directory = directory;
        this.scope = scope;
    }

    record RightPerson(
            @Nullable @Size(min = 1, max = 200) String fullName,
            @Nullable LocalDate birthDate,
            @Nullable @Pattern(regexp = "MALE|FEMALE") String gender,
            @Nullable @Pattern(regexp = "[0-9]{12}") String personIdentifier) {}

    record RightDays(
            @Nullable LocalDate admittedOn, @Nullable LocalDate recognisedOn) {}

    record RightMovement(
            @Min(0) @Max(1000) int place, @NotNull LocalDate on) {}

    /** One of the four, and why. */
    @Schema(name = "PersonCorrectionBody")
    record CorrectionBody(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Valid RightPerson person,
            @Nullable @Valid RightDays days,
            @Nullable @Valid RightMovement movement,
            @Nullable Boolean takeBackLast) {}

    record MergeBody(
            @NotNull UUID duplicateId,
            @NotBlank @Size(max = 1000) String reason) {}

    @PersonalRead(value = "org.corrections-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/{id}/corrections")
    List<PeopleQueries.CorrectionView> corrections(@PathVariable UUID id) {
        scope.account();
        return queries.corrections(id);
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<MemberView.File> correct(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid CorrectionBody body) {
        corrections.handle(new MemberId(id), expected, command(body), body.reason());
        return files.of(id);
    }

    @PersonalRead("org.duplicates-read")
    @GetMapping("/duplicates")
    List<PeopleQueries.DuplicateView> duplicates(@RequestParam @Nullable String unit) {
        scope.account();
        UnitId within = directory.resolveIfGiven(unit);
        if (within != null) {
            scope.require(Right.MEMBER_READ, within.value());
        }
        return queries.duplicates(within == null ? null : within.value());
    }

    @PostMapping("/{id}/merge")
    ResponseEntity<MemberView.File> merge(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid MergeBody body) {
        merges.merge(new MemberId(id), expected, new MemberId(body.duplicateId()), body.reason());
        return files.of(id);
    }

    private static CorrectionCommand command(CorrectionBody body) {
        List<CorrectionCommand> wanted = Stream.<@Nullable CorrectionCommand>of(
                        person(body.person()),
                        body.days() == null
                                ? null
                                : new CorrectDays(
                                        body.days().admittedOn(), body.days().recognisedOn()),
                        body.movement() == null
                                ? null
                                : new CorrectMovement(
                                        body.movement().place(), body.movement().on()),
                        Boolean.TRUE.equals(body.takeBackLast()) ? new TakeBack() : null)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (wanted.size() != 1) {
            throw ProblemException.unreadable(
                    "person",
                    "One of person, days, movement and takeBackLast is wanted",
                    "Correct one thing at a time");
        }
        return wanted.getFirst();
    }

    private static @Nullable CorrectPerson person(@Nullable RightPerson body) {
        if (body == null) {
            return null;
        }
        String name = body.fullName() == null ? null : Texts.clean(body.fullName());
        if (name != null && !name.contains(" ")) {
            throw ProblemException.unreadable(
                    "person.fullName", "A full name has two words at least", "Write it in full");
        }
        return new CorrectPerson(name, body.birthDate(), body.gender(), body.personIdentifier());
    }
}
