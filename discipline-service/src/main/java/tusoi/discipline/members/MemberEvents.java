package tusoi.discipline.members;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Keeps each member's newest picture; an older version that arrives late changes nothing. */
@Component
class MemberEvents implements Projection {
    private static final Set<String> TYPES = Set.of(
            "org.member-registered.v1",
            "org.member-admitted.v1",
            "org.member-recognised.v1",
            "org.member-transferred.v1",
            "org.member-exempted.v1",
            "org.member-readmitted.v1",
            "org.member-reinstated.v1",
            "org.member-suspended.v1",
            "org.member-corrected.v1",
            "org.member-merged.v1",
            "org.member-left.v1");

    private final JdbcClient jdbc;

    MemberEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(ReceivedEvent event) {
        UUID member = event.aggregateId();
        if (!isNewer(member, event.version())) {
            return;
        }
        jdbc.sql("delete from discipline.member_slice where member_id = :member")
                .param("member", member)
                .update();
        event.data().path("slices").forEach(slice -> insert(member, slice));
        String kept = Text.orNull(event.data(), "mergedInto");
        if (kept != null) {
            join(member, UUID.fromString(kept));
        }
    }

    private void join(UUID given, UUID kept) {
        jdbc.sql("""
                        insert into discipline.joined_entry (given_id, kept_id) values (:given, :kept)
                        on conflict (given_id) do update set kept_id = excluded.kept_id
                        """).param("given", given).param("kept", kept).update();
    }

    private boolean isNewer(UUID member, long version) {
        return jdbc.sql("""
                                insert into discipline.member_seen (member_id, version) values (:member, :version)
                                on conflict (member_id) do update set version = excluded.version
                                where member_seen.version < excluded.version
                                """).param("member", member).param("version", version).update() > 0;
    }

    private void insert(UUID member, JsonNode slice) {
        jdbc.sql("""
                        insert into discipline.member_slice
                            (member_id, valid_from, valid_to, home_unit_id, state, exempt, suspended)
                        values (:member, cast(:from as date), coalesce(cast(:to as date), 'infinity'),
                                cast(:home as uuid), :state, :exempt, :suspended)
                        """)
                .param("member", member)
                .param("from", slice.path("validFrom").asString())
                .param("to", Text.orNull(slice, "validTo"))
                .param("home", slice.path("homeUnitId").asString())
                .param("state", slice.path("state").asString())
                .param("exempt", slice.path("exempt").asBoolean(false))
                .param("suspended", slice.path("suspended").asBoolean(false))
                .update();
    }
}
