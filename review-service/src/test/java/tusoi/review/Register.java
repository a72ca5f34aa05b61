package tusoi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** Tells the service what org-service would: units, accounts, grants, members. */
public final class Register {
    private static final Instant RECORDED = Instant.parse("2023-01-01T00:00:00Z");
    private static final String SUBJECT = "subject-";
    private static final String SINCE = "2010-01-01";

    private final List<Projection> projections;
    private final TransactionTemplate asLoader;
    private final JsonMapper json;
    private final List<ReceivedEvent> events = new ArrayList<>();

    Register(List<Projection> projections, TransactionTemplate asLoader, JsonMapper json) {
        this.projections = projections;
        this.asLoader = asLoader;
        this.json = json;
    }

    public UUID organisation(String level, @Nullable UUID parent) {
        return unit(level, "PARTY_ORGANISATION", parent);
    }

    public UUID branch(UUID parent) {
        return unit("BRANCH", "BRANCH", parent);
    }

    public UUID unit(String level, String form, @Nullable UUID parent) {
        UUID id = Ids.next();
        established(id, slice(SINCE, level, form, parent));
        return id;
    }

    /** A base organisation that changes its superior on a day. */
    public UUID movedUnit(UUID from, String on, UUID to) {
        UUID id = Ids.next();
        var before = slice(SINCE, "GRASSROOTS", "PARTY_ORGANISATION", from);
        before.put("validTo", on);
        established(id, before, slice(on, "GRASSROOTS", "PARTY_ORGANISATION", to));
        return id;
    }

    private static Map<String, Object> slice(String from, String level, String form, @Nullable UUID parent) {
        return Api.body("validFrom", from, "name", "Unit", "level", level, "form", form, "parentId", parent);
    }

    @SafeVarargs
    private void established(UUID id, Map<String, Object>... slices) {
        var unit = Api.body("unitId", id, "code", codeOf(id), "slices", List.of(slices));
        unit.put("predecessors", List.of());
        unit.put("successors", List.of());
        add("org.unit-established.v1", id, 1, unit);
    }

    public static String codeOf(UUID unit) {
        return "U" + unit.toString().substring(24);
    }

    /** An account with one grant; returns the subject of its tokens. */
    public String officer(String role, UUID unit) {
        UUID account = Ids.next();
        String subject = SUBJECT + account;
        add(
                "org.account-registered.v1",
                account,
                1,
                Api.body("accountId", account, "subject", subject, "locked", false));
        grant(subject, role, unit);
        return subject;
    }

    /** One more grant for the account of a subject that {@link #officer} returned. */
    public void grant(String subject, String role, UUID unit) {
        UUID account = UUID.fromString(subject.substring(SUBJECT.length()));
        UUID grant = Ids.next();
        add(
                "org.grant-given.v1",
                grant,
                1,
                Api.body("grantId", grant, "accountId", account, "role", role, "unitId", unit, "validFrom", SINCE));
    }

    public UUID member(UUID home) {
        return member(home, Map.of());
    }

    /** @param differing fields of the slice that are not as usual, and admittedOn */
    public UUID member(UUID home, Map<String, ?> differing) {
        UUID id = Ids.next();
        memberVersion(id, 1, home, differing);
        return id;
    }

    public void memberVersion(UUID id, long version, UUID home, Map<String, ?> differing) {
        var slice = Api.body(
                "validFrom",
                "2015-01-01",
                "homeUnitId",
                home,
                "state",
                "OFFICIAL",
                "exempt",
                false,
                "suspended",
                false);
        slice.putAll(differing);
        Object admittedOn = slice.remove("admittedOn");
        add(
                "org.member-registered.v1",
                id,
                version,
                Api.body(
                        "memberId",
                        id,
                        "slices",
                        List.of(slice),
                        "movements",
                        List.of(),
                        "admittedOn",
                        admittedOn == null ? "2014-01-01" : admittedOn));
    }

    public void received(String type, UUID aggregate, long version, JsonNode data) {
        events.add(new ReceivedEvent(
                "org.events",
                0,
                events.size(),
                type,
                aggregate,
                version,
                RECORDED.plusSeconds(version),
                Ids.next(),
                data));
    }

    /** Hands everything told so far to the projections, as the inbox does. */
    public void arrives() {
        List<ReceivedEvent> batch = List.copyOf(events);
        events.clear();
        asLoader.executeWithoutResult(transaction -> projections.forEach(projection -> {
            List<ReceivedEvent> wanted = batch.stream()
                    .filter(event -> projection.types().contains(event.type()))
                    .toList();
            if (!wanted.isEmpty()) {
                projection.apply(wanted);
            }
        }));
    }

    private void add(String type, UUID aggregate, long version, Object data) {
        received(type, aggregate, version, json.valueToTree(data));
    }
}
