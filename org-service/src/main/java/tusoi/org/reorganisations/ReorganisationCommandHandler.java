package tusoi.org.reorganisations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.members.HomeMoves;
import tusoi.org.reorganisations.domain.Contradictions;
import tusoi.org.reorganisations.drafts.Reach;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.reorganisations.drafts.Reorganisations;
import tusoi.org.reorganisations.works.Workshop;
import tusoi.org.units.TreeWorks;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** Drafts, confirms and revokes; a confirmation is one transaction with one recorded instant for everything in it. */
@Component
class ReorganisationCommandHandler {
    private final Reach reach;
    private final Reorganisations reorganisations;
    private final Workshop workshop;
    private final Execution execution;
    private final Revocation revocation;

    ReorganisationCommandHandler(
            Reach reach,
            Reorganisations reorganisations,
            Workshop workshop,
            Execution execution,
            Revocation revocation) {
        this.reach = reach;
        this.reorganisations = reorganisations;
        this.workshop = workshop;
        this.execution = execution;
        this.revocation = revocation;
    }

    @Transactional
    UUID draft(Reorganisation made) {
        reach.require(made.named());
        List<RuleViolation> contradictions = Contradictions.in(made.operations());
        if (!contradictions.isEmpty()) {
            throw contradictions.getFirst();
        }
        reorganisations.add(made, reach.account());
        execution.audit("org.reorganisation-drafted", made, Map.of("operations", made.sent()));
        return made.id();
    }

    /** 409 {@code preview-stale} where the world is not the one the fingerprint was taken of. */
    @Transactional
    void confirm(UUID id, String fingerprint, Overrides overrides) {
        Reorganisation found = lock(id);
        if (found.state() != Reorganisation.State.DRAFT) {
            throw ProblemException.wrongState("The reorganisation is " + found.state() + " already");
        }
        Workshop.Work work = workshop.work(found, true);
        if (!work.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    409,
                    "preview-stale",
                    "What the preview showed has changed since",
                    "fingerprint",
                    "Read the preview again and confirm that");
        }
        if (!work.refusals().isEmpty()) {
            throw work.refusals().getFirst();
        }
        overrides.mustCover(work.warnings());
        execution.execute(found, work, overrides, reach.account());
    }

    /** Discards a draft; takes a confirmed one back, unless something rests on it. */
    @Transactional
    void revoke(UUID id, IfMatch expected) {
        Reorganisation found = lock(id);
        expected.mustBe(found.version());
        switch (found.state()) {
            case DRAFT -> execution.discard(found);
            case CONFIRMED -> revocation.revoke(found, reach.account());
            case REVOKED, DISCARDED ->
                throw ProblemException.wrongState("The reorganisation is " + found.state() + " already");
        }
    }

    private Reorganisation lock(UUID id) {
        reach.account();
        Reorganisation found =
                reorganisations.lock(id).orElseThrow(() -> ProblemException.notFound("The reorganisation"));
        reach.require(found.named());
        return found;
    }

    /** Writes what was worked out. */
    @Component
    static class Execution {
        private final TreeWorks tree;
        private final HomeMoves members;
        private final Reorganisations reorganisations;
        private final PostsAlong posts;
        private final TransactionClock clock;
        private final Audit audit;

        Execution(
                TreeWorks tree,
                HomeMoves members,
                Reorganisations reorganisations,
                PostsAlong posts,
                TransactionClock clock,
                Audit audit) {
            this.posts = posts;
            this.tree = tree;
            this.members = members;
            this.reorganisations = reorganisations;
            this.clock = clock;
            this.audit = audit;
        }

        /** Units before members: who may write a member's new home is known by the tree with it. */
        void execute(Reorganisation confirmed, Workshop.Work work, Overrides overrides, UUID account) {
            posts.hold(work.things().posts());
            Instant recordedAt = clock.recordedAt();
            int ended = posts.end(
                    confirmed.id(), work.things().posts(), confirmed.decision().effectiveOn());
            List<TreeWorks.Written> units = tree.write(work.tree(), confirmed.id(), overrides, recordedAt);
            List<HomeMoves.Moved> moved = members.write(
                    work.moves(),
                    new HomeMoves.Grounds(
                            confirmed.id(),
                            confirmed.decision().number(),
                            confirmed.decision().effectiveOn(),
                            account,
                            recordedAt));
            reorganisations.confirmed(confirmed.id(), units, moved, recordedAt);
            audit(
                    "org.reorganisation-confirmed",
                    confirmed,
                    Map.of(
                            "units",
                            units.size(),
                            "members",
                            moved.size(),
                            "posts",
                            ended,
                            "reasons",
                            overrides.reasonsByRule()));
        }

        void discard(Reorganisation draft) {
            reorganisations.closed(draft.id(), Reorganisation.State.DISCARDED, clock.recordedAt());
            audit("org.reorganisation-discarded", draft, Map.of());
        }

        void audit(String action, Reorganisation about, Map<String, Object> what) {
            audit.changed(
                    action,
                    "reorganisation",
                    about.id(),
                    about.named().getFirst().value(),
                    null,
                    what,
                    null);
        }
    }
}
