package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Reorganising.branchUnder;
import static tusoi.org.Reorganising.mergeInto;
import static tusoi.org.Reorganising.wardUnder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/**
 * What this service really says of a year with reorganisations, event by event as it stands in the outbox, is kept in a file that
 * consumers read. {@code -Dtusoi.approve=true} writes it anew. Ids are numbered, instants counted in minutes; all else is as said.
 */
@OrgTest
class RecordingTest {
    private static final Path APPROVED = Contracts.OWN.resolve("recordings/reorganisations.jsonl");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> members = new LinkedHashMap<>();

    private record Said(String type, UUID aggregate, long version, OffsetDateTime recordedAt, String data) {}

    /** Two wards of two branches: they merge, a branch splits, another is dissolved, one gives a part off that is taken back. */
    @Test
    void whatIsSaidOfReorganisationsIsWhatConsumersRead() throws IOException {
        unit("CT");
        unit("GH.A", "CT", "GRASSROOTS", "PARTY_ORGANISATION");
        unit("GH.B", "CT", "GRASSROOTS", "PARTY_ORGANISATION");
        List.of("GH.A1", "GH.A2").forEach(code -> unit(code, "GH.A", "BRANCH", "BRANCH"));
        List.of("GH.B1", "GH.B2").forEach(code -> unit(code, "GH.B", "BRANCH", "BRANCH"));
        List.of("An", "Bình", "Chi").forEach(name -> member(name, "GH.A1", "2012-05-19"));
        List.of("Dũng", "Giang").forEach(name -> member(name, "GH.A2", "2012-05-19"));
        List.of("Hà", "Khánh").forEach(name -> member(name, "GH.B1", "2012-05-19"));
        List.of("Lan", "Minh", "Nga").forEach(name -> member(name, "GH.B2", "2012-05-19"));
        register.transferred(id("Chi"), "GH.A2", "2025-03-01");

        reorganised(
                "2025-07-01",
                List.of("GH.M", "GH.M1"),
                mergeInto(wardUnder("GH.M", "CT"), "GH.A", "GH.B"),
                mergeInto(branchUnder("GH.M1", "GH.M"), "GH.A1", "GH.B1"));
        member("Oanh", "GH.M1", "2025-08-01");
        register.transferred(id("An"), "GH.B2", "2025-08-15");
        reorganised(
                "2025-09-01",
                List.of("GH.S1", "GH.S2"),
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        "GH.A2",
                        "parts",
                        List.of(
                                Map.of(
                                        "found",
                                        branchUnder("GH.S1", "GH.M"),
                                        "members",
                                        List.of(id("Chi"), id("Dũng"))),
                                Map.of("found", branchUnder("GH.S2", "GH.M"), "members", List.of(id("Giang"))))));
        reorganised(
                "2025-10-01",
                List.of(),
                Map.of(
                        "type",
                        "DISSOLVE",
                        "unit",
                        "GH.B2",
                        "membersTo",
                        "GH.S1",
                        "measure",
                        Map.of("number", "9-QĐ/KL", "body", "Đảng ủy", "signedOn", "2025-09-20")));
        String revoked = reorganised(
                "2025-11-01",
                List.of("GH.R"),
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        "GH.S1",
                        "parts",
                        List.of(
                                Map.of(
                                        "into",
                                        "GH.S1",
                                        "members",
                                        List.of(id("Chi"), id("An"), id("Lan"), id("Minh"), id("Nga"))),
                                Map.of("found", branchUnder("GH.R", "GH.M"), "members", List.of(id("Dũng"))))));
        made(register.change(ADMIN, "/reorganisations/" + revoked + "/revocation", 2, Map.of()));
        made(register.change(
                ADMIN, "/members/" + id("Nga") + "/death", version(id("Nga")), Map.of("on", "2025-12-01")));

        String recorded = String.join("\n", lines()) + "\n";
        if (Boolean.getBoolean("tusoi.approve")) {
            Files.createDirectories(APPROVED.getParent());
            Files.writeString(APPROVED, recorded);
        }
        assertThat(recorded).isEqualTo(Files.readString(APPROVED));
    }

    private void unit(String code, String parent, String level, String form) {
        var body = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "Đơn vị " + code,
                "level",
                level,
                "form",
                form,
                "parentId",
                parent,
                "decision",
                Register.decision("2010-01-01")));
        if (level.equals("BRANCH")) {
            body.put("kind", "RESIDENTIAL");
        }
        made(register.post(ADMIN, "/units", body));
        unit(code);
    }

    private void unit(String code) {
        ids.add(register.get(ADMIN, "/units/" + code).id());
    }

    private void member(String name, String branch, String since) {
        var body = new HashMap<>(Register.memberBody(branch));
        body.put("memberSince", since);
        String id = made(register.post(ADMIN, "/members", body)).id();
        members.put(name, id);
        ids.add(id);
    }

    private String id(String name) {
        return members.getOrDefault(name, "");
    }

    private long version(String member) {
        return register.get(ADMIN, "/members/" + member).version();
    }

    private String reorganised(String day, List<String> founded, Object... operations) {
        String id = reorganising.done(day, operations);
        ids.add(id);
        founded.forEach(code ->
                ids.add(register.get(ADMIN, "/units/" + code + "?asOf=" + day).id()));
        return id;
    }

    private List<String> lines() {
        List<Said> said = loader.sql("""
                        select type, aggregate_id, version, recorded_at, convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = any (:ids::uuid[]) and (type like 'org.unit-%' or type like 'org.member-%')
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Said(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getString(5)))
                .list();
        List<OffsetDateTime> instants =
                List.copyOf(new TreeSet<>(said.stream().map(Said::recordedAt).toList()));
        return said.stream()
                .sorted(Comparator.comparing(Said::recordedAt)
                        .thenComparing(one -> ids.indexOf(one.aggregate().toString())))
                .map(one -> line(one, instants.indexOf(one.recordedAt())))
                .toList();
    }

    private String line(Said said, int minutes) {
        ObjectNode line = JSON.createObjectNode();
        line.put("type", said.type());
        line.put("aggregateId", said.aggregate().toString());
        line.put("version", said.version());
        line.put("recordedAt", BEGIN.plusSeconds(60L * minutes).toString());
        JsonNode data = JSON.readTree(ID.matcher(said.data()).replaceAll(found -> number(found.group())));
        List.of("predecessors", "successors", "lineage").forEach(list -> sort(data, list));
        line.set("data", data);
        line.put("aggregateId", number(said.aggregate().toString()));
        return JSON.writeValueAsString(line);
    }

    private String number(String id) {
        assertThat(ids).contains(id);
        return new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + ids.indexOf(id) + 1).toString();
    }

    /** The order in these is that of ids, which are others each time. */
    private static void sort(JsonNode data, String field) {
        if (data.get(field) instanceof ArrayNode list) {
            List<JsonNode> sorted = new ArrayList<>();
            list.forEach(sorted::add);
            sorted.sort(Comparator.comparing(JsonNode::toString));
            list.removeAll();
            sorted.forEach(list::add);
        }
    }
}
