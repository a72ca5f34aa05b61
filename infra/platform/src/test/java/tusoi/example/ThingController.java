package tusoi.example;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.Warning;
import tusoi.platform.web.BulkCommands;
import tusoi.platform.web.BulkResult;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/example/v1")
class ThingController {
    private final JdbcClient jdbc;
    private final BulkCommands bulk;
    private final ExampleService.Things things;

    ThingController(JdbcClient jdbc, BulkCommands bulk, ExampleService.Things things) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.things = things;
    }

    enum Size2 {
        SMALL,
        LARGE
    }

    record NewThing(
            @NotBlank @Size(max = 20) String name,
            @Nullable Size2 size,
            @Nullable LocalDate on,
            @Nullable Map<String, String> overrides) {}

    record ThingView(UUID id, String name) {}

    @PostMapping("/things")
    ResponseEntity<ThingView> make(@Valid @RequestBody NewThing thing) {
        ThingView made = insert(thing);
        return Versioned.created(URI.create("/api/example/v1/things/" + made.id()), made, 1);
    }

    @PostMapping("/slow-things")
    ThingView makeSlowly(@Valid @RequestBody NewThing thing) throws InterruptedException {
        ThingView made = insert(thing);
        if (!things.goOn().await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody said go on");
        }
        return made;
    }

    record Batch(List<NewThing> items) {}

    @PostMapping("/things/bulk")
    BulkResult makeMany(@RequestBody Batch batch) {
        return bulk.run("POST /things/bulk", batch.items(), this::insert);
    }

    @PostMapping("/things/together")
    BulkResult makeManyTogether(@RequestBody Batch batch) {
        return bulk.runTogether("POST /things/together", batch.items(), this::insert);
    }

    private ThingView insert(NewThing thing) {
        things.made().incrementAndGet();
        UUID id = Ids.next();
        jdbc.sql("insert into example.thing (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", thing.name())
                .update();
        if (thing.name().startsWith("refused")) {
            throw ProblemException.wrongState("This one is refused after it was written");
        }
        return new ThingView(id, thing.name());
    }

    @GetMapping("/things")
    Page<ThingView> list(PageRequest page, @RequestParam(required = false) @Nullable String name) {
        List<ThingView> rows = jdbc.sql("""
                select id, name from example.thing where (name) > (:after) and (:name::text is null or name = :name)
                 order by name limit :limit
                """)
                .param(
                        "after",
                        page.after() == null
                                ? ""
                                : Cursor.parse(page.after(), 1).values().getFirst())
                .param("name", name)
                .param("limit", page.size() + 1)
                .query(ThingView.class)
                .list();
        return Cursor.page(rows, page.size(), last -> Cursor.of(last.name()));
    }

    /** Lets the database read what came. */
    @GetMapping("/things/at")
    List<Integer> at(@RequestParam String id, @RequestParam String on, @RequestParam String number) {
        return jdbc.sql("select 1 where (:id)::uuid is not null and (:on)::date > '2000-01-01' and (:number)::int > 0")
                .param("id", id)
                .param("on", on)
                .param("number", number)
                .query(Integer.class)
                .list();
    }

    @GetMapping("/sleep")
    void sleep() {
        jdbc.sql("select pg_sleep(20)").query((row, number) -> true).list();
    }

    @PostMapping("/things/{id}/rename")
    ResponseEntity<Void> rename(@PathVariable UUID id, IfMatch version) {
        version.mustBe(7);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/rules/refuse")
    void refuse() {
        throw new RuleViolation(new Rule("EX-01"), "3 ballots, 2 entitled", Map.of("ballots", 3, "entitled", 2));
    }

    @PostMapping("/rules/warn")
    Map<String, String> warn(@RequestBody NewThing thing) {
        new Overrides(thing.overrides() == null ? Map.of() : thing.overrides())
                .mustCover(List.of(
                        new Warning(new Rule("EX-02"), "1 of 3 in favour", Map.of("inFavour", 1)),
                        new Warning(new Rule("EX-03"), "Late", Map.of())));
        return Map.of("done", "yes");
    }

    @PostMapping("/files")
    Map<String, Long> upload(@RequestPart MultipartFile file) {
        things.made().incrementAndGet();
        return Map.of("bytes", file.getSize());
    }

    @GetMapping("/failure")
    void fail() {
        throw new IllegalStateException("secret text");
    }
}
