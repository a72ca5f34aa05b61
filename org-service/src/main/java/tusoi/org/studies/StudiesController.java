package tusoi.org.studies;

import io.swagger.v3.oas.annotations.media.Schema;
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
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.BranchBooks;
import tusoi.org.studies.domain.Study;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1/studies")
class StudiesController {
    private static final int NOTE = 500;

    private final StudyCommandHandler handler;
    private final StudyQueries queries;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    StudiesController(
            StudyCommandHandler handler,
            StudyQueries queries,
            UnitDirectory directory,
            BranchBooks books,
            Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    /** Without {@code calledUnitIds} the holder calls everybody under it. */
    record PlanBody(
            @NotBlank @Size(max = 64) String unitId,
            @Nullable @Size(min = 1, max = 500) List<@NotNull UUID> calledUnitIds,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String topic,

            @NotBlank @Size(max = 300) String title,
            @Nullable LocalDate noticedOn,
            @NotNull LocalDate heldOn,
            @Nullable Map<String, String> overrides) {}

    @Schema(name = "StudyLineBody")
    record LineBody(
            @NotNull UUID memberId,
            @NotNull AttendanceStatus status,
            @Nullable @Size(max = NOTE) String reason) {
        Study.Line line() {
            return new Study.Line(memberId, status, reason == null || reason.isBlank() ? null : Texts.clean(reason));
        }
    }

    /** {@code others} is the status of whoever is expected and not named; a correction gives its reason. */
    record RollBody(
            @Nullable @Size(max = 5000) List<@NotNull @Valid LineBody> attendance,
            @Nullable AttendanceStatus others,
            @Nullable @Size(max = NOTE) String reason) {
        Study.Roll roll() {
            List<LineBody> lines = attendance == null ? List.of() : attendance;
            return new Study.Roll(
                    lines.stream().map(LineBody::line).toList(),
                    others,
                    reason == null || reason.isBlank() ? null : reason.strip());
        }
    }

    @PostMapping
    ResponseEntity<StudyQueries.Session> plan(@RequestBody @Valid PlanBody body) {
        UUID unit = directory.resolve(body.unitId()).value();
        List<UUID> called = body.calledUnitIds();
        Study study = new Study(
                Ids.next(),
                unit,
                called == null ? List.of(unit) : called.stream().distinct().toList(),
                body.topic(),
                Texts.clean(body.title()),
                body.noticedOn(),
                body.heldOn(),
                Study.State.PLANNED,
                0,
                List.of(),
                List.of());
        handler.plan(study, body.overrides() == null ? Overrides.NONE : new Overrides(body.overrides()));
        return Versioned.created(URI.create("/api/org/v1/studies/" + study.id()), view(study.id(), null), 1);
    }

    @PostMapping("/{id}/attendance")
    ResponseEntity<StudyQueries.Session> attend(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid RollBody body) {
        handler.attend(id, expected, body.roll());
        return shown(id);
    }

    /** Publishes the list of those absent, late and gone early, and asks each of their branches. */
    @PostMapping("/{id}/publication")
    ResponseEntity<StudyQueries.Session> publish(@PathVariable UUID id, IfMatch expected) {
        handler.publish(id, expected);
        return shown(id);
    }

    @GetMapping
    Page<StudyQueries.Session> list(
            @RequestParam String unit,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        UUID root = directory.resolve(unit).value();
        books.requireRead(root);
        LocalDate day = asOf == null ? BusinessDays.today(clock) : asOf;
        return queries.list(root, new StudyQueries.Wanted(from, to, day, knownAt), page);
    }

    @GetMapping("/{id}")
    ResponseEntity<StudyQueries.Session> one(@PathVariable UUID id, @RequestParam @Nullable Instant knownAt) {
        StudyQueries.Session view = view(id, knownAt);
        return Versioned.ok(view, view.version());
    }

    @PersonalRead(value = "org.roll-read", of = PersonalRead.Of.STUDY)
    @GetMapping("/{id}/roll")
    Page<StudyQueries.RollView> roll(
            @PathVariable UUID id,
            @RequestParam @Nullable AttendanceStatus status,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        var unused = view(id, knownAt);
        return queries.roll(id, status == null ? null : status.name(), knownAt, page);
    }

    @PersonalRead(value = "org.study-lists-read", of = PersonalRead.Of.STUDY)
    @GetMapping("/{id}/lists")
    List<StudyQueries.ListView> lists(@PathVariable UUID id) {
        var unused = view(id, null);
        return queries.lists(id);
    }

    private ResponseEntity<StudyQueries.Session> shown(UUID id) {
        StudyQueries.Session view = view(id, null);
        return Versioned.ok(view, view.version());
    }

    private StudyQueries.Session view(UUID id, @Nullable Instant knownAt) {
        books.account();
        return queries.one(id, knownAt).orElseThrow(() -> ProblemException.notFound("The session"));
    }
}
