package tusoi.org.grounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.grounds.GroundQueries.GroundView;
import tusoi.org.grounds.GroundQueries.Wanted;
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.BranchBooks;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Grounds under a unit, for people to look into; withdrawn ones are left out. */
@RestController
@RequestMapping("/api/org/v1/grounds")
class GroundsController {
    private final GroundQueries queries;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    GroundsController(GroundQueries queries, UnitDirectory directory, BranchBooks books, Clock clock) {
        this.queries = queries;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    @PersonalRead("org.grounds-read")
    @GetMapping
    Page<GroundView> list(
            @RequestParam String unit,
            @RequestParam @Nullable GroundKind kind,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        UUID root = directory.resolve(unit).value();
        books.requireRead(root);
        LocalDate day = asOf == null ? BusinessDays.today(clock) : asOf;
        return queries.list(new Wanted(root, day, kind, year, knownAt), page);
    }
}
