package tusoi.reporting.facts;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.security.Operators;
import tusoi.reporting.facts.FactsHash.FactsHashView;

/** The digest of all facts, by which two installations, or one before and after a rebuild, are compared. */
@RestController
@RequestMapping("/api/reporting/v1/facts")
class FactsController {
    private final Operators operators;
    private final FactsHash hash;

    FactsController(Operators operators, FactsHash hash) {
        this.operators = operators;
        this.hash = hash;
    }

    @GetMapping("/hash")
    FactsHashView hash() {
        operators.require();
        return hash.compute();
    }
}
