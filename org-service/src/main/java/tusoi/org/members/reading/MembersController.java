package tusoi.org.members.reading;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberState;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Lists, one personal file, and what is taken away for spreadsheets. */
@RestController
@RequestMapping("/api/org/v1")
class MembersController {
    private final MemberReading reading;
    private final Files files;
    private final UnitDirectory directory;
    private final Clock clock;

    MembersController(MemberReading reading, Files files, UnitDirectory directory, Clock clock) {
        this.reading = reading;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    @PersonalRead("org.members-read")
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
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            HttpServletResponse response)
            throws IOException {
        MemberQueries.Wanted wanted = wanted(unit, null, null, asOf, knownAt);
        reading.auditExport(wanted);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"members-" + wanted.asOf() + ".csv\"");
        reading.export(wanted, response.getWriter());
    }

    @GetMapping("/members/{id}")
    ResponseEntity<MemberView.File> one(@PathVariable UUID id, @RequestParam @Nullable Instant knownAt) {
        return files.of(id, knownAt);
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
}
