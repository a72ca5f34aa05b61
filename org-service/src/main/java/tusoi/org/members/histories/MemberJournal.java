package tusoi.org.members.histories;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.MemberData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.validity.Slice;
import tusoi.platform.audit.Audit;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Warning;

/** Writes down a version of a membership: what it rests on, the audit row, the event. */
public class MemberJournal {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final OrgEvents events;

    public MemberJournal(JdbcClient jdbc, JsonMapper json, Audit audit, OrgEvents events) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What a version rests on.
     *
     * @param decision number, body and days, or another service's case
     */
    public record Grounds(
            @Nullable Object decision,
            @Nullable String profile,
            List<Warning> warnings,
            Overrides overrides,
            UUID actor,
            Instant recordedAt) {}

    public void write(
            MemberHistory member, MemberChange change, @Nullable MemberHistory before, long version, Grounds grounds) {
        MemberData data = data(member);
        List<Answered> answered = grounds.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        grounds.overrides()
                                .reasonsByRule()
                                .getOrDefault(warning.rule().code(), "")))
                .toList();
        jdbc.sql("insert into org.member_decision values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)")
                .params(Arrays.asList(
                        member.id().value(),
                        version,
                        change.name(),
                        grounds.decision() == null ? null : json.writeValueAsString(grounds.decision()),
                        grounds.profile(),
                        json.writeValueAsString(answered),
                        grounds.recordedAt().atOffset(ZoneOffset.UTC),
                        grounds.actor()))
                .update();
        events.member(type(change), version, data);
        audit.changed(
                type(change),
                "member",
                member.id().value(),
                Members.home(member).value(),
                before == null ? null : data(before),
                data,
                answered.isEmpty() ? null : json.writeValueAsString(answered));
    }

    public static MemberData data(MemberHistory member) {
        return new MemberData(
                member.id().value(),
                member.slices().slices().stream().map(MemberJournal::slice).toList(),
                member.movements().stream().map(MemberJournal::movement).toList(),
                member.admittedOn(),
                member.recognisedOn(),
                null);
    }

    public static String type(MemberChange change) {
        return switch (change) {
            case REGISTERED -> "org.member-registered.v1";
            case ADMITTED -> "org.member-admitted.v1";
            case READMITTED -> "org.member-readmitted.v1";
            case REINSTATED -> "org.member-reinstated.v1";
            case RECOGNISED -> "org.member-recognised.v1";
            case TRANSFERRED -> "org.member-transferred.v1";
            case EXEMPTED -> "org.member-exempted.v1";
            case SUSPENDED -> "org.member-suspended.v1";
            case LEFT -> "org.member-left.v1";
            case CORRECTED -> "org.member-corrected.v1";
            case MERGED -> "org.member-merged.v1";
        };
    }

    private static MemberData.Slice slice(Slice<Membership> slice) {
        Membership held = slice.value();
        return new MemberData.Slice(
                slice.from(), slice.to(), held.home().value(), held.state().name(), held.exempt(), held.suspended());
    }

    private static MemberData.Movement movement(Movement movement) {
        return new MemberData.Movement(
                movement.on(),
                movement.kind().name(),
                value(movement.unit()),
                value(movement.other()),
                movement.caseId(),
                movement.reorganisationId());
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private record Answered(String rule, String detail, String reason) {}
}
