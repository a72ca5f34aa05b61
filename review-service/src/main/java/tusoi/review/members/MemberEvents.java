package tusoi.review.members;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/**
 * Keeps the newest version of each member. An event has the whole picture, so an older one that comes late is left out, and what
 * was known at an earlier time is asked of reporting-service.
 */
@Component
class MemberEvents implements Projection {
    private final JdbcClient jdbc;

    MemberEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return Set.of(
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
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        Map<UUID, ReceivedEvent> newest = new HashMap<>();
        events.forEach(event -> newest.merge(
                event.aggregateId(), event, (known, other) -> known.version() > other.version() ? known : other));
        List<UUID> changed = takeNewer(List.copyOf(newest.values()));
        jdbc.sql("delete from review.member_slice where member_id = any(:members)")
                .param("members", SqlArrays.of("uuid", changed, id -> id))
                .update();
        insert(changed.stream()
                .map(newest::get)
                .flatMap(event -> slices(event).stream())
                .toList());
    }

    private List<UUID> takeNewer(List<ReceivedEvent> events) {
        return jdbc.sql("""
                insert into review.member as known (member_id, version, admitted_on)
                select * from unnest(:members, :versions, :admitted)
                on conflict (member_id) do update set version = excluded.version, admitted_on = excluded.admitted_on
                where known.version < excluded.version
                returning member_id
                """)
                .param("members", SqlArrays.of("uuid", events, ReceivedEvent::aggregateId))
                .param("versions", SqlArrays.of("int8", events, ReceivedEvent::version))
                .param("admitted", SqlArrays.of("date", events, event -> day(event.data(), "admittedOn")))
                .query(UUID.class)
                .list();
    }

    private void insert(Collection<Slice> slices) {
        List<Slice> rows = List.copyOf(slices);
        jdbc.sql("""
                insert into review.member_slice (member_id, valid_from, valid_to, home_unit_id, state, exempt, suspended)
                select m, f, coalesce(t, 'infinity'), h, s, e, x
                from unnest(:members, :from, :to, :homes, :states, :exempt, :suspended) as u (m, f, t, h, s, e, x)
                """)
                .param("members", SqlArrays.of("uuid", rows, Slice::member))
                .param("from", SqlArrays.of("date", rows, Slice::validFrom))
                .param("to", SqlArrays.of("date", rows, Slice::validTo))
                .param("homes", SqlArrays.of("uuid", rows, Slice::home))
                .param("states", SqlArrays.of("text", rows, Slice::state))
                .param("exempt", SqlArrays.of("bool", rows, Slice::exempt))
                .param("suspended", SqlArrays.of("bool", rows, Slice::suspended))
                .update();
    }

    private static List<Slice> slices(ReceivedEvent event) {
        return StreamSupport.stream(event.data().path("slices").spliterator(), false)
                .map(slice -> Slice.of(event.aggregateId(), slice))
                .toList();
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        JsonNode day = node.path(field);
        return day.isMissingNode() || day.isNull() ? null : LocalDate.parse(day.asString());
    }

    /** The fields of a member's slice that reviews need; everything else in the event is ignored. */
    record Slice(
            UUID member,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            UUID home,
            String state,
            boolean exempt,
            boolean suspended) {
        static Slice of(UUID member, JsonNode slice) {
            return new Slice(
                    member,
                    day(slice, "validFrom"),
                    day(slice, "validTo"),
                    UUID.fromString(slice.path("homeUnitId").asString()),
                    slice.path("state").asString(),
                    slice.path("exempt").asBoolean(),
                    slice.path("suspended").asBoolean());
        }
    }
}
