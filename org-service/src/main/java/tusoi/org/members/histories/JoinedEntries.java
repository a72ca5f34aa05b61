package tusoi.org.members.histories;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.ActivityData;
import tusoi.org.contract.AssignmentData;
import tusoi.org.contract.MemberData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.PostData;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.platform.audit.Audit;
import tusoi.scope.Scope;

/** Entries that were given up for another of the same person: their versions stay, none is in force any more. */
@Component
public class JoinedEntries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final OrgEvents events;
    private final Scope scope;

    JoinedEntries(JdbcClient jdbc, JsonMapper json, Audit audit, OrgEvents events, Scope scope) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.scope = scope;
    }

    /** A transfer of the member is open. */
    public boolean isBetweenUnits(MemberId member) {
        return jdbc.sql("select exists (select 1 from org.transfer where member_id = ? and state = 'REQUESTED')")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** Under the lock of both. The event has no slices and names the entry that goes on. */
    public void giveUp(Members.Stored given, MemberId kept, String reason, Instant recordedAt) {
        MemberHistory member = given.member();
        UUID id = member.id().value();
        long version = given.version() + 1;
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        for (String table : List.of("membership_version", "movement_version")) {
            jdbc.sql("update org." + table + " set recorded_to = ? where member_id = ? and recorded_to = 'infinity'")
                    .params(at, id)
                    .update();
        }
        jdbc.sql("update org.member set merged_into = ?, version = ?, recorded_at = ? where id = ?")
                .params(kept.value(), version, at, id)
                .update();
        jdbc.sql("insert into org.member_decision values (?, ?, ?, ?::jsonb, null, '[]'::jsonb, ?, ?)")
                .params(
                        id,
                        version,
                        MemberChange.MERGED.name(),
                        json.writeValueAsString(Map.of("mergedInto", kept.value(), "reason", reason)),
                        at,
                        scope.account())
                .update();
        MemberData data =
                new MemberData(id, List.of(), List.of(), member.admittedOn(), member.recognisedOn(), kept.value());
        String type = MemberJournal.type(MemberChange.MERGED);
        events.member(type, version, data);
        audit.changed(type, "member", id, Members.home(member).value(), MemberJournal.data(member), data, reason);
        moveRecords(id, kept.value(), at);
    }

    private record Moved(String kind, UUID id, long version, UUID unitId, String data) {}

    /** Posts, assignments, activities, dossier, dues and account go on with the kept entry. */
    private void moveRecords(UUID given, UUID kept, OffsetDateTime at) {
        jdbc.sql("select kind, id, version, unit_id, data::text from org.move_records(?, ?, ?)")
                .params(given, kept, at)
                .query(Moved.class)
                .list()
                .forEach(moved -> tell(moved, kept));
    }

    private void tell(Moved moved, UUID kept) {
        Object data =
                switch (moved.kind()) {
                    case "post" -> {
                        PostData post = json.readValue(moved.data(), PostData.class);
                        events.post("org.post-held.v1", moved.version(), post);
                        yield post;
                    }
                    case "activity" -> {
                        ActivityData activity = json.readValue(moved.data(), ActivityData.class);
                        events.activity("org.activity-begun.v1", moved.version(), activity);
                        yield activity;
                    }
                    default -> {
                        AssignmentData assignment = json.readValue(moved.data(), AssignmentData.class);
                        events.assignment("org.assignment-made.v1", moved.version(), assignment);
                        yield assignment;
                    }
                };
        audit.changed("org." + moved.kind() + "-joined", "member", kept, moved.unitId(), null, data, null);
    }
}
