package tusoi.org.members.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.ActivityData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.activities.domain.TemporaryActivity;
import tusoi.org.members.activities.domain.TemporaryActivity.Change;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** The home lets a member be active elsewhere for a time, and calls it over. */
@Component
class ActivityCommandHandler {
    private final MemberChanges changes;
    private final MemberStore members;
    private final Activities activities;
    private final RuleProfiles profiles;
    private final UnitDirectory units;
    private final Journal journal;

    ActivityCommandHandler(
            MemberChanges changes,
            MemberStore members,
            Activities activities,
            RuleProfiles profiles,
            UnitDirectory units,
            Journal journal) {
        this.changes = changes;
        this.members = members;
        this.activities = activities;
        this.profiles = profiles;
        this.units = units;
        this.journal = journal;
    }

    @Transactional
    UUID begin(MemberId id, TemporaryActivity.Stay stay, Basis basis, Overrides overrides) {
        changes.requireHome(id);
        units.holdStill();
        Members.Stored member = lock(id);
        RuleProfile profile = profiles.on("org", stay.from());
        Accepted<TemporaryActivity, Change> begun = TemporaryActivity.begin(
                        Ids.next(), member.member(), stay, activities.of(id), profile, units::canBeHome)
                .orThrow(overrides);
        List<Map<String, String>> answered = begun.warnings().stream()
                .map(warning -> Map.of(
                        "rule", warning.rule().code(),
                        "detail", warning.detail(),
                        "reason",
                                overrides
                                        .reasonsByRule()
                                        .getOrDefault(warning.rule().code(), "")))
                .toList();
        activities.save(begun.state(), 1, new Activities.Grounds(basis, profile.code(), answered, journal.after(null)));
        journal.write(begun, 1);
        return begun.state().id();
    }

    @Transactional
    void end(UUID id, IfMatch expected, LocalDate on, Basis basis) {
        MemberId member = activities
                .find(id)
                .map(found -> found.activity().member())
                .orElseThrow(() -> ProblemException.notFound("The temporary activity"));
        changes.requireHome(member);
        lock(member);
        Activities.Stored stored =
                activities.find(id).orElseThrow(() -> ProblemException.notFound("The temporary activity"));
        expected.mustBe(stored.version());
        Accepted<TemporaryActivity, Change> ended = stored.activity().end(on).orThrow(Overrides.NONE);
        long version = stored.version() + 1;
        activities.save(
                ended.state(),
                version,
                new Activities.Grounds(basis, null, List.of(), journal.after(stored.recordedAt())));
        journal.write(ended, version);
    }

    private Members.Stored lock(MemberId member) {
        return members.asApp().lock(member).orElseThrow(() -> ProblemException.notFound("The member"));
    }

    /** When, the audit row and the event. */
    @Component
    static class Journal {
        private final TransactionClock clock;
        private final Audit audit;
        private final OrgEvents events;

        Journal(TransactionClock clock, Audit audit, OrgEvents events) {
            this.clock = clock;
            this.audit = audit;
            this.events = events;
        }

        Instant after(@Nullable Instant former) {
            return former == null ? clock.recordedAt() : clock.recordedAtAfter(former);
        }

        void write(Accepted<TemporaryActivity, Change> accepted, long version) {
            TemporaryActivity activity = accepted.state();
            UnitId host = activity.host();
            ActivityData data = new ActivityData(
                    activity.id(),
                    activity.member().value(),
                    activity.home().value(),
                    host == null ? null : host.value(),
                    activity.purpose().name(),
                    activity.from(),
                    activity.to());
            String type = accepted.event() == Change.BEGUN ? "org.activity-begun.v1" : "org.activity-ended.v1";
            events.activity(type, version, data);
            audit.changed(type, "activity", activity.id(), activity.home().value(), null, data, null);
        }
    }
}
