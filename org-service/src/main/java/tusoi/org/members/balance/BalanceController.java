package tusoi.org.members.balance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/members/balance")
class BalanceController {
    private final BalanceQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;

    BalanceController(BalanceQueries queries, UnitDirectory directory, Scope scope) {
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
    }

    @GetMapping
    BalanceQueries.BalanceView balance(
            @RequestParam String unit,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        scope.account();
        UnitId of = directory.resolve(unit);
        scope.require(Right.FIGURES_READ, of.value());
        if (to.isBefore(from)) {
            throw ProblemException.unreadable("to", "It lies before from", "Ask for a span of a day at least");
        }
        return queries.of(of.value(), from, to, asOf == null ? to : asOf, knownAt);
    }
}
