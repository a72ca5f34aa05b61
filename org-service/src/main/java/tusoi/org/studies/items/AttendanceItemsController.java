package tusoi.org.studies.items;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import tusoi.org.roster.BranchBooks;
import tusoi.org.studies.domain.AttendanceItem.State;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1/attendance-items")
class AttendanceItemsController {
    private final ItemDesk desk;
    private final ItemQueries queries;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    AttendanceItemsController(
            ItemDesk desk, ItemQueries queries, UnitDirectory directory, BranchBooks books, Clock clock) {
        this.desk = desk;
        this.queries = queries;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    @Schema(name = "AttendanceItemAnswerBody")
    record AnswerBody(
            @NotNull LocalDate answeredOn,
            @NotBlank @Size(max = 2000) String answer) {}

    @PersonalRead("org.attendance-items-read")
    @GetMapping
    Page<ItemQueries.View> list(
            @RequestParam String unit,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        UUID root = directory.resolve(unit).value();
        books.requireRead(root);
        return queries.list(root, state == null ? null : state.name(), BusinessDays.today(clock), knownAt, page);
    }

    @PersonalRead(value = "org.attendance-item-read", of = PersonalRead.Of.ATTENDANCE_ITEM)
    @GetMapping("/{id}")
    ResponseEntity<ItemQueries.View> one(@PathVariable UUID id) {
        return view(id);
    }

    @PostMapping("/{id}/answer")
    ResponseEntity<ItemQueries.View> answer(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid AnswerBody body) {
        desk.answer(id, expected, body.answeredOn(), body.answer().strip(), BusinessDays.today(clock));
        return view(id);
    }

    private ResponseEntity<ItemQueries.View> view(UUID id) {
        books.account();
        ItemQueries.View view = queries.one(id).orElseThrow(() -> ProblemException.notFound("The item"));
        return Versioned.ok(view, view.version());
    }
}
