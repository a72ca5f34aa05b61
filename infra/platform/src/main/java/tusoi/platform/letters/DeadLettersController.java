package tusoi.platform.letters;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.audit.Audit;
import tusoi.platform.letters.DeadLetterView.State;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.Operators;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

/** What this service could not take, for operators. What is asked for is done within a second or two; the letter tells what came of it. */
@RestController
@RequestMapping("/api/${tusoi.service}/v1/dead-letters")
class DeadLettersController {
    private final Operators operators;
    private final LetterQueries letters;
    private final LetterCommands commands;
    private final Audit audit;
    private final String service;

    DeadLettersController(
            Operators operators, LetterQueries letters, LetterCommands commands, Audit audit, String service) {
        this.operators = operators;
        this.letters = letters;
        this.commands = commands;
        this.audit = audit;
        this.service = service;
    }

    record HeaderOfMend(
            @NotNull @Pattern(regexp = "ce_[a-z]{1,20}") String name,
            @NotBlank @Size(max = 500) String value) {}

    /**
     * @param payload what every reader takes instead, in base64; left out where the letter is
     * @param headers those that differ from the original's
     * @param leaveOut true where nothing stands in its place
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record NewMend(
            @NotBlank @Size(max = 1000) String reason,
            @Size(max = 700_000) byte @Nullable [] payload,
            @Nullable @Size(max = 20) List<@Valid HeaderOfMend> headers,
            @Nullable Boolean leaveOut) {}

    record NewReplay(@NotBlank @Size(max = 1000) String reason) {}

    /** The latest first. */
    @GetMapping
    Page<DeadLetterView> list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            PageRequest page) {
        operators.require();
        var before = page.after() == null
                ? Long.MAX_VALUE
                : Cursor.parse(page.after(), 1).number(0);
        var found = Cursor.page(
                letters.list(new LetterQueries.Filter(state, topic, type), before, page.size() + 1),
                page.size(),
                last -> Cursor.of(last.place()));
        return new Page<>(found.items().stream().map(LetterQueries.Listed::view).toList(), found.next());
    }

    /** With what it says, which can tell of persons: each such read leaves a row in the trail. */
    @GetMapping("/{id}")
    ResponseEntity<DeadLetterDetailView> read(@PathVariable UUID id) {
        operators.require();
        var letter = letters.find(id).orElseThrow(() -> ProblemException.notFound("The dead letter"));
        audit.read(service + ".dead-letter-read", "dead-letter", id, null);
        return Versioned.ok(letters.detail(letter), letter.version());
    }

    /** Puts something in its place for every reader and for ever, in every service that follows the topic. */
    @PostMapping("/{id}/mend")
    ResponseEntity<DeadLetterView> mend(@PathVariable UUID id, IfMatch version, @Valid @RequestBody NewMend mend) {
        operators.require();
        if (Boolean.TRUE.equals(mend.leaveOut()) == (mend.payload() != null)) {
            throw ProblemException.unreadable(
                    "payload", "It is either sent or the letter left out", "Send a payload, or leaveOut");
        }
        return accepted(commands.mend(new LetterCommands.MendLetter(
                id,
                version,
                byName(mend.headers() == null ? List.of() : mend.headers()),
                mend.payload(),
                mend.reason())));
    }

    /** Tries it again here, as it came or as its mend has it: when what could not take it has been put right. */
    @PostMapping("/{id}/replay")
    ResponseEntity<DeadLetterView> replay(
            @PathVariable UUID id, IfMatch version, @Valid @RequestBody NewReplay replay) {
        operators.require();
        return accepted(commands.replay(id, version, replay.reason()));
    }

    private static Map<String, String> byName(List<HeaderOfMend> headers) {
        var byName = new HashMap<String, String>();
        for (int place = 0; place < headers.size(); place++) {
            var header = headers.get(place);
            if (byName.putIfAbsent(header.name(), header.value()) != null) {
                throw ProblemException.unreadable(
                        "headers[" + place + "].name", "This header is there twice", "Send it once");
            }
        }
        return byName;
    }

    private static ResponseEntity<DeadLetterView> accepted(DeadLetterView letter) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .eTag(Versioned.etag(letter.version()))
                .body(letter);
    }
}
