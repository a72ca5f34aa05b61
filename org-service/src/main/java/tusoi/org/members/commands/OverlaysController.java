package tusoi.org.members.commands;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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
import tusoi.org.members.commands.MemberCommand.ExemptMember;
import tusoi.org.members.commands.MemberCommand.RecordDeath;
import tusoi.org.members.commands.MemberCommand.SuspendMember;
import tusoi.org.members.reading.Files;
import tusoi.org.members.reading.MemberView;
import tusoi.platform.web.IfMatch;

/** Exempt, suspended, deceased. */
@RestController
@RequestMapping("/api/org/v1/members/{id}")
class OverlaysController {
    private final MemberCommandHandler handler;
    private final Files files;

    OverlaysController(MemberCommandHandler handler, Files files) {
        this.handler = handler;
        this.files = files;
    }

    record ExemptionBody(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean exempt,
            @Nullable @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    /** Without {@code suspended} it begins; with {@code false} it is lifted from the day on. */
    record SuspensionBody(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean suspended,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record DeathBody(@NotNull LocalDate on) {}

    @PostMapping("/exemption")
    ResponseEntity<MemberView.File> exempt(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ExemptionBody body) {
        handler.handle(new ExemptMember(
                new MemberId(id),
                expected,
                body.from(),
                body.to(),
                body.exempt() == null || body.exempt(),
                DecisionBody.basis(body.decision()),
                DecisionBody.overrides(body.overrides())));
        return files.of(id);
    }

    @PostMapping("/suspension")
    ResponseEntity<MemberView.File> suspend(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid SuspensionBody body) {
        handler.handle(new SuspendMember(
                new MemberId(id),
                expected,
                body.from(),
                body.to(),
                body.suspended() == null || body.suspended(),
                body.decision().basis(),
                DecisionBody.overrides(body.overrides())));
        return files.of(id);
    }

    @PostMapping("/death")
    ResponseEntity<MemberView.File> death(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid DeathBody body) {
        handler.handle(new RecordDeath(new MemberId(id), expected, body.on()));
        return files.of(id);
    }
}
