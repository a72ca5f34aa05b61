package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/** Walks over everything that can be read: what tells of persons leaves a row in the trail, at a unit. */
@OrgTest
class ReadsTest {
    private static final String API = "/api/org/v1";
    private static final String NAME = "Trần Thị Đi Khắp Nơi";

    /** Counts, units, rules, and what is the caller's own; the trail writes its own rows. */
    private static final Set<String> NOT_OF_PERSONS = Set.of(
            "/assignments/coverage",
            "/audit",
            "/delegations",
            "/dues/books",
            "/dues/books/open",
            "/freshness",
            "/imports/{id}",
            "/imports/{id}/preview",
            "/me",
            "/meetings/missing",
            "/members/balance",
            "/profiles",
            "/reconciliations/{id}",
            "/studies",
            "/studies/{id}",
            "/tree",
            "/units",
            "/units/{id}",
            "/units/{id}/history",
            "/units/{id}/lineage",
            "/units/{id}/path",
            "/working-rules/coverage");

    /** For operators, at no unit; a look at what a letter says leaves a row (the platform's DeadLettersTest). */
    private static final Set<String> NOT_WALKED = Set.of("/dead-letters", "/dead-letters/{id}");

    private static final Map<String, String> QUERY = Map.ofEntries(
            Map.entry("from", "2023-01"),
            Map.entry("to", "2023-12"),
            Map.entry("on", "2023-06"),
            Map.entry("month", "2023-01"));

    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String reader = "";
    String readerId = "";
    String member = "";
    final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void oneOfEach() {
        ward = register.ward();
        branch = register.branch(ward);
        reader = register.account("REGISTER_ADMINISTRATOR", ward);
        readerId = offices.id(reader);
        var body = new HashMap<>(Register.memberBody(branch));
        body.put("fullName", NAME);
        member = made(register.post(ADMIN, "/members", body)).id();
        ids.put("/members/{id}", member);
        ids.put("/members/{member}", member);
        ids.put("/dues/members/{member}", member);
        ids.put("/units/{id}", branch);
        ids.put("/accounts/{id}", offices.id(offices.account(ward)));
        ids.put("/prospects/{id}", prospect());
        var transfer = Register.transferBody(member, register.branch(register.ward()), "2024-01-01");
        ids.put(
                "/transfers/{id}",
                made(register.post(ADMIN, "/transfers", transfer)).id());
        ids.put("/meetings/{id}", meeting());
        String study = study();
        ids.put("/studies/{id}", study);
        var items =
                made(register.get(ADMIN, "/attendance-items?unit=" + branch)).body();
        ids.put("/attendance-items/{id}", items.path("items").get(0).path("id").asString());
        ids.put("/working-rules/{id}", workingRules());
        ids.put("/imports/{id}", file("/imports"));
        ids.put("/reconciliations/{id}", file("/reconciliations"));
        ids.put(
                "/reorganisations/{id}",
                made(reorganising.draft(
                                ADMIN,
                                "2025-07-01",
                                Map.of("type", "MERGE", "units", List.of(branch), "into", register.branch(ward))))
                        .id());
    }

    @Test
    void whatTellsOfPersonsLeavesARowAtAUnit() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        Set<String> toldOfTheMember = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths().entrySet()) {
            if (NOT_WALKED.contains(path.getKey())) {
                continue;
            }
            long before = lastRow();
            var answer = register.get(reader, requestOf(path.getKey(), path.getValue()));
            if (answer.status() != 200) {
                wrong.put(path.getKey(), answer.status() + " " + answer.text());
                continue;
            }
            boolean tells = answer.text().contains(NAME) || answer.text().contains(member);
            if (tells) {
                toldOfTheMember.add(path.getKey());
            }
            List<String> rows = rowsSince(before);
            boolean own = path.getKey().equals("/audit");
            if (NOT_OF_PERSONS.contains(path.getKey())) {
                if (tells && !own) {
                    wrong.put(path.getKey(), "tells of a person: it is to be a @PersonalRead");
                }
            } else if (rows.isEmpty() || rows.stream().anyMatch(row -> row.endsWith("nowhere"))) {
                wrong.put(path.getKey(), "leaves " + rows);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(toldOfTheMember)
                .as("the walk sees something of the member")
                .contains(
                        "/members",
                        "/members/export",
                        "/members/{id}",
                        "/studies/{id}/roll",
                        "/studies/{id}/lists",
                        "/transfers",
                        "/reconciliations/{id}/rows",
                        "/reorganisations/{id}/preview/members",
                        "/meetings/agenda");
    }

    /** Who may read the trail of the ward sees who read of its people. */
    @Test
    void theRowsAreReadWhereTheUnitsTrailIs() {
        String secretary = register.account("SECRETARY", branch);
        made(register.get(secretary, "/members/" + member + "/posts"));
        made(register.get(secretary, "/members"));
        var trail = made(register.get(reader, "/audit")).body().path("items");
        assertThat(trail.valueStream()
                        .filter(row -> row.path("actor").asString().equals(offices.id(secretary)))
                        .map(row -> row.path("action").asString() + " "
                                + row.path("subjectType").asString() + " "
                                + row.path("unitId").asString())
                        .toList())
                .containsExactly("org.members-read unit " + branch, "org.posts-read member " + branch);
        String stranger = register.account("REGISTER_ADMINISTRATOR", register.ward());
        assertThat(made(register.get(stranger, "/audit")).text()).doesNotContain("org.posts-read");
    }

    private Map<String, JsonNode> paths() throws IOException {
        Map<String, JsonNode> paths = new TreeMap<>();
        JsonNode api = JsonMapper.shared().readTree(Files.readString(Contracts.OWN.resolve("openapi.json")));
        api.path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> paths.put(
                        path.getKey().substring(API.length()), path.getValue().path("get")));
        assertThat(paths.keySet())
                .as("no path is excused that is not there")
                .containsAll(NOT_OF_PERSONS)
                .containsAll(NOT_WALKED);
        return paths;
    }

    private String requestOf(String template, JsonNode get) {
        String path = template;
        for (Map.Entry<String, String> known : ids.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .toList()) {
            if (path.startsWith(known.getKey())) {
                String filled = known.getKey().replaceAll("[{].*?[}]", known.getValue());
                path = filled + path.substring(known.getKey().length());
                break;
            }
        }
        assertThat(path).as("teach this test an id for " + template).doesNotContain("{");
        String query = get.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean())
                .filter(parameter -> !parameter.path("name").asString().equals("page"))
                .map(this::filled)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private String filled(JsonNode parameter) {
        String name = parameter.path("name").asString();
        boolean isDay = parameter.path("schema").path("format").asString("").equals("date");
        return name + "=" + (name.equals("unit") ? branch : QUERY.getOrDefault(name, "") + (isDay ? "-01" : ""));
    }

    private long lastRow() {
        return loader.sql("select coalesce(max(id), 0) from platform.audit_entry")
                .query(Long.class)
                .single();
    }

    /** What the reader has left since, with its unit or {@code nowhere}. */
    private List<String> rowsSince(long before) {
        return loader.sql("""
                        select action || ' ' || coalesce(unit_id::text, 'nowhere') from platform.audit_entry
                        where id > ? and actor = ?::uuid
                        """).params(before, readerId).query(String.class).list();
    }

    private String prospect() {
        var body = Map.of(
                "unitId", branch,
                "fullName", "Võ Thị Mới",
                "birthDate", "2000-01-01",
                "gender", "FEMALE",
                "personIdentifier", Register.identifier(),
                "since", "2022-01-01");
        return made(register.post(ADMIN, "/prospects", body))
                .body()
                .path("prospect")
                .path("id")
                .asString();
    }

    private String meeting() {
        return made(register.post(
                        ADMIN, "/meetings", Map.of("unitId", branch, "month", "2023-05", "plannedOn", "2023-05-03")))
                .id();
    }

    private String study() {
        var planned = made(register.post(
                ADMIN,
                "/studies",
                Map.of("unitId", ward, "title", "Học tập", "noticedOn", "2023-10-01", "heldOn", "2023-10-12")));
        String path = "/studies/" + planned.id();
        made(register.change(ADMIN, path + "/attendance", 1, Map.of("others", "ABSENT")));
        made(register.change(ADMIN, path + "/publication", 2, Map.of()));
        return planned.id();
    }

    private String workingRules() {
        var content = Map.of(
                "documentNumber", "1-QC",
                "adoptedOn", "2022-12-20",
                "validFrom", "2023-01-01",
                "attachment",
                        Map.of(
                                "fileName",
                                "quy-che.pdf",
                                "mediaType",
                                "application/pdf",
                                "bytes",
                                1000,
                                "sha256",
                                "0".repeat(64)),
                "tasks", List.of(Map.of("memberId", member, "task", "Tuyên giáo")));
        return made(register.post(ADMIN, "/working-rules", Map.of("unitId", branch, "content", content)))
                .id();
    }

    private String file(String path) {
        String code = register.get(ADMIN, "/units/" + branch).code();
        String file =
                "unit_code,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state\n"
                        + code + ",Lê Văn Khác,1980-05-19,MALE," + Register.identifier()
                        + ",2001-02-03,2002-02-03,2012-05-19,OFFICIAL\n";
        return made(register.upload(ADMIN, path, ward, "khac.csv", file.getBytes(StandardCharsets.UTF_8)))
                .id();
    }
}
