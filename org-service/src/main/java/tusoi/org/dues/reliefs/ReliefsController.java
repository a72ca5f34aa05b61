package tusoi.org.dues.reliefs;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.dues.domain.Relief;
import tusoi.org.dues.domain.Relief.Kind;
import tusoi.org.dues.reliefs.ReliefCommandHandler.Basis;
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.Months;
import tusoi.org.text.Texts;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1/dues")
class ReliefsController {
    private final ReliefCommandHandler handler;
    private final ReliefQueries queries;

    ReliefsController(ReliefCommandHandler handler, ReliefQueries queries) {
        this.handler = handler;
        this.queries = queries;
    }

    record BasisBody(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 300) String body,
            @NotNull LocalDate signedOn) {}

    @Schema(name = "ReliefGrantBody")
    record GrantBody(
            @NotNull Kind kind,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String ground,

            @Nullable @Min(1) @Max(100) Integer percent,

            @NotNull @Pattern(regexp = Months.PATTERN) String fromMonth,

            @Nullable @Pattern(regexp = Months.PATTERN) String toMonth,

            @NotNull @Valid BasisBody decision,
            @Nullable Map<String, String> overrides) {}

    @Schema(name = "ReliefEndBody")
    record EndBody(
            @NotNull @Pattern(regexp = Months.PATTERN) String toMonth,

            @NotBlank @Size(max = 500) String reason) {}

    @PersonalRead(value = "org.reliefs-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/members/{member}/reliefs")
    List<ReliefQueries.View> list(@PathVariable UUID member) {
        return queries.of(member);
    }

    @PostMapping("/members/{member}/reliefs")
    ResponseEntity<ReliefQueries.View> grant(@PathVariable UUID member, @RequestBody @Valid GrantBody body) {
        String last = body.toMonth();
        Relief relief = new Relief(
                Ids.next(),
                member,
                body.kind(),
                body.ground(),
                body.percent(),
                Months.parse("fromMonth", body.fromMonth()),
                last == null ? null : Months.parse("toMonth", last));
        BasisBody decision = body.decision();
        handler.grant(
                relief,
                new Basis(Texts.clean(decision.number()), Texts.clean(decision.body()), decision.signedOn()),
                body.overrides() == null ? Overrides.NONE : new Overrides(body.overrides()));
        return Versioned.created(
                URI.create("/api/org/v1/dues/members/" + member + "/reliefs"), queries.one(relief.id()), 1);
    }

    @PostMapping("/reliefs/{id}/end")
    ResponseEntity<ReliefQueries.View> end(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid EndBody body) {
        handler.end(
                id,
                expected,
                Months.parse("toMonth", body.toMonth()),
                body.reason().strip());
        ReliefQueries.View view = queries.one(id);
        return Versioned.ok(view, view.version());
    }
}
