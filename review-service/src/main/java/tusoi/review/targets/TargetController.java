package tusoi.review.targets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.review.contract.UnitId;
import tusoi.review.targets.domain.SetTarget;

@RestController
@RequestMapping("/api/review/v1/targets")
class TargetController {
    private final TargetCommandHandler handler;
    private final TargetQueries queries;

    TargetController(TargetCommandHandler handler, TargetQueries queries) {
        this.handler = handler;
        this.queries = queries;
    }

    @PostMapping
    ResponseEntity<TargetQueries.TargetView> set(@Valid @RequestBody SetTargetBody body) {
        var view = TargetQueries.TargetView.of(handler.handle(body.command()));
        return Versioned.created(URI.create("/api/review/v1/targets?unit=" + view.unitId()), view, view.version());
    }

    @GetMapping
    Page<TargetQueries.TargetView> of(@RequestParam String unit, PageRequest page) {
        return queries.under(unit, page);
    }

    record SetTargetBody(
            @NotNull UUID unitId,

            @NotNull @Size(max = 60) @Pattern(regexp = "[a-z][a-z-]*\\.[a-z][a-z-]*")
            String indicator,

            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal planned) {
        SetTarget command() {
            return new SetTarget(new UnitId(unitId), indicator, from, to, planned);
        }
    }
}
