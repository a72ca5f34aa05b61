package tusoi.reporting.rebuild;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.ActorIds;
import tusoi.platform.security.Operators;

/** Lets an administrator have the facts built anew beside those that serve, and say what becomes of them. */
@RestController
@RequestMapping("/api/reporting/v1/rebuild")
class RebuildController {
    /** A lock not to be had, or had by somebody who waits for ours. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private final Operators operators;
    private final Rebuild rebuild;
    private final Switch exchange;
    private final RebuildProgress progress;
    private final Audit audit;
    private final ActorIds actors;

    RebuildController(
            Operators operators,
            Rebuild rebuild,
            Switch exchange,
            RebuildProgress progress,
            Audit audit,
            ActorIds actors) {
        this.operators = operators;
        this.rebuild = rebuild;
        this.exchange = exchange;
        this.progress = progress;
        this.audit = audit;
        this.actors = actors;
    }

    /** The one that runs, or else the last; 404 where there was none. */
    @GetMapping
    RebuildView read() {
        operators.require();
        RebuildView view = progress.last().orElseThrow(() -> ProblemException.notFound("A rebuild"));
        if (!view.differences().isEmpty()) {
            audit.read("reporting.rebuild-differences", "rebuild", view.id(), null); // it names members by their ids
        }
        return view;
    }

    /** 409 while another is not over. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildView start() {
        return told(rebuild::start);
    }

    /** What was built serves from now on. Only where it differs from what serves: an equal one is thrown away by itself. */
    @PostMapping("/switch")
    RebuildView exchange() {
        return told(exchange::run);
    }

    /** What was built is thrown away. */
    @PostMapping("/deletion")
    RebuildView drop() {
        return told(rebuild::drop);
    }

    private RebuildView told(Consumer<UUID> command) {
        operators.require();
        UUID account = actors.current();
        unlessBusy(() -> command.accept(account));
        return progress.last().orElseThrow();
    }

    private static void unlessBusy(Runnable command) {
        try {
            command.run();
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException sql && HELD.contains(String.valueOf(sql.getSQLState()))) {
                throw Rebuild.busy();
            }
            throw failed;
        }
    }
}
