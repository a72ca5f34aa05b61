package tusoi.org.members.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.domain.Merges;
import tusoi.org.members.histories.JoinedEntries;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.org.members.histories.Why;
import tusoi.org.members.removals.OpenCases;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** One person entered twice becomes one membership; the entry that is given up keeps what was known of it, and counts no more. */
@Component
class MergeCommandHandler {
    private final MemberChanges changes;
    private final MemberStore store;
    private final JoinedEntries joined;
    private final OpenCases cases;
    private final TransactionClock clock;

    MergeCommandHandler(
            MemberChanges changes, MemberStore store, JoinedEntries joined, OpenCases cases, TransactionClock clock) {
        this.changes = changes;
        this.store = store;
        this.joined = joined;
        this.cases = cases;
        this.clock = clock;
    }

    /** Both are locked in the order of their ids; whoever joins them answers for both homes. */
    @Transactional
    void merge(MemberId kept, IfMatch expected, MemberId given, String reason) {
        if (kept.equals(given)) {
            throw ProblemException.unreadable("duplicateId", "It is the same entry", "Name the other one");
        }
        changes.requireHome(kept);
        changes.requireHome(given);
        List<Members.Stored> both = Stream.of(kept, given)
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .map(this::lock)
                .toList();
        Members.Stored other = both.stream()
                .filter(stored -> stored.member().id().equals(given))
                .findFirst()
                .orElseThrow();
        if (cases.against(given) || joined.isBetweenUnits(given)) {
            throw new RuleViolation(
                    MemberRules.ORG_67, "A case or a transfer of the entry to be given up is open", Map.of());
        }
        Why why = Why.of(Map.of("joinedWith", given.value(), "reason", reason));
        changes.change(kept, expected, why, member -> Merges.absorb(member, other.member()));
        Instant recordedAt = clock.recordedAtAfter(other.recordedAt());
        joined.giveUp(other, kept, reason, recordedAt);
    }

    private Members.Stored lock(MemberId id) {
        return store.asApp().lock(id).orElseThrow(() -> ProblemException.notFound("The member"));
    }
}
