package tusoi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;

/** Walks over everything that can be read: what tells of persons leaves a row in the trail, at a unit, and nothing else tells of any. */
@ReportingTest
class ReadsTest {
    private static final String API = "/api/reporting/v1";
    private static final Path OPEN_API =
            Path.of(System.getProperty("tusoi.root", ".."), "reporting-service/contracts/openapi.json");

    /** Facts one by one. */
    private static final Set<String> OF_PERSONS = Set.of("/figures/rows", "/reconciliations/removals");

    /** Figures, reports of figures, definitions, keys, and what is the caller's own; the trail writes its own rows. */
    private static final Set<String> NOT_OF_PERSONS = Set.of(
            "/reconciliations",
            "/reconciliations/{id}/differences",
            "/audit",
            "/facts/hash",
            "/figures",
            "/figures/comparison",
            "/freshness",
            "/indicators",
            "/profiles",
            "/published-reports",
            "/published-reports/{id}",
            "/published-reports/{id}/certificate",
            "/published-reports/{id}/export",
            "/published-reports/{id}/file",
            "/report-keys",
            "/reports",
            "/reports/{code}",
            "/reports/{code}/export",
            "/saved-reports",
            "/saved-reports/{id}",
            "/saved-reports/{id}/due");

    /**
     * They need something under way: the figures' own answer over and over, how far an export has come, and which rows differ of what was
     * built anew, which leaves a row of its own (RebuildTest); or they are for operators, who leave rows of their own in the platform's
     * DeadLettersTest.
     */
    private static final Set<String> NOT_WALKED =
            Set.of("/figures/live", "/exports/{name}", "/rebuild", "/dead-letters", "/dead-letters/{id}");

    private static final Map<String, String> QUERY = Map.of(
            "unit",
            "D.W",
            "indicators",
            "member.struck-off,post.holders",
            "indicator",
            "member.struck-off",
            "format",
            "csv");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    @Loader
    private JdbcClient loader;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private final Map<String, String> ids = new HashMap<>();
    private UUID member = new UUID(0, 0);
    private UUID reader = new UUID(0, 0);

    @BeforeEach
    void oneOfEach() {
        feed.clear();
        LocalDate since = LocalDate.of(2004, 1, 1);
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, since);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, since);
        UUID branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, since);
        member = Ids.next();
        LocalDate day = LocalDate.of(2022, 6, 1);
        history.memberPicture(
                member,
                "org.member-left.v1",
                List.of(History.slice(since, day, branch, "OFFICIAL")),
                List.of(
                        History.movement(since, "REGISTERED", branch, null),
                        History.movement(day, "STRUCK_OFF", branch, null)));
        history.post(Ids.next(), member, branch, "BRANCH_SECRETARY", false, since, null);
        history.removal("STRIKE_OFF", member, branch, day.plusDays(3), List.of("CARD_RETURNED"));
        reader = history.account("reader", "COMMITTEE_OFFICER", district);
        history.account("officer", "ORGANISATION_OFFICER", district);
        history.account("operator", "REGISTER_ADMINISTRATOR", district);
        feed.all(history);
        Map<String, Object> report = Map.of("report", "member-movement", "unit", "D.W", "year", 2022);
        ids.put("/published-reports/{id}", made(asking.post("officer", API + "/published-reports", report)));
        Map<String, Object> saved = Map.of(
                "name", "Biến động", "report", "member-movement", "unit", "D.W", "every", "YEAR", "afterDays", 5);
        ids.put("/saved-reports/{id}", made(asking.post("reader", API + "/saved-reports", saved)));
        ids.put("/reports/{code}", "member-movement");
        UUID compared = Ids.next();
        loader.sql(
                        "insert into reporting.reconciliation (counting_id, producer, counted_at, on_day, lines, differences)"
                                + " values (?, 'org', now(), '2022-06-01', 1, 0)")
                .param(compared)
                .update();
        ids.put("/reconciliations/{id}", compared.toString());
    }

    @Test
    void whatTellsOfPersonsLeavesARowAtAUnitAndNothingElseTellsOfAny() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : paths().entrySet()) {
            if (NOT_WALKED.contains(path.getKey())) {
                continue;
            }
            long before = lastRow();
            String request = requestOf(path.getKey(), path.getValue());
            String subject = Set.of("/audit", "/facts/hash").contains(path.getKey()) ? "operator" : "reader";
            MockHttpServletResponse answer = asking.get(subject, API + request);
            String text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            if (answer.getStatus() != 200) {
                wrong.put(path.getKey(), answer.getStatus() + " " + text);
            } else if (OF_PERSONS.contains(path.getKey())) {
                if (!text.contains(member.toString())) {
                    wrong.put(path.getKey(), "the walk sees nothing of the member");
                } else if (rowsSince(before).size() != 1) {
                    wrong.put(path.getKey(), "leaves " + rowsSince(before));
                }
            } else if (text.contains(member.toString())) {
                wrong.put(path.getKey(), "tells of a person: it is to leave a row in the trail");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, JsonNode> paths() throws IOException {
        Map<String, JsonNode> paths = new TreeMap<>();
        JsonMapper.shared().readTree(Files.readString(OPEN_API)).path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> paths.put(
                        path.getKey().substring(API.length()), path.getValue().path("get")));
        assertThat(paths.keySet())
                .as("of each path is said whether it tells of persons, and of none that is not there")
                .isEqualTo(java.util.stream.Stream.of(OF_PERSONS, NOT_OF_PERSONS, NOT_WALKED)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
        return paths;
    }

    private String requestOf(String template, JsonNode get) {
        String path = template;
        for (Map.Entry<String, String> known : ids.entrySet()) {
            if (path.startsWith(known.getKey())) {
                String filled = known.getKey().replaceAll("[{].*?[}]", known.getValue());
                path = filled + path.substring(known.getKey().length());
            }
        }
        assertThat(path).as("teach this test an id for " + template).doesNotContain("{");
        String query = get.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .filter(name -> QUERY.containsKey(name)
                        || Set.of("from", "to", "withTo").contains(name))
                .map(name -> name + "="
                        + switch (name) {
                            case "from" -> "2022-01-01";
                            case "to" -> "2022-12-31";
                            case "withTo" -> "2021-12-31";
                            default -> QUERY.get(name);
                        })
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private long lastRow() {
        return loader.sql("select coalesce(max(id), 0) from platform.audit_entry")
                .query(Long.class)
                .single();
    }

    private List<String> rowsSince(long before) {
        return loader.sql("""
                        select action from platform.audit_entry
                        where id > ? and actor = ? and unit_id is not null
                        """).params(before, reader).query(String.class).list();
    }

    private static String made(MockHttpServletResponse response) {
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(201);
        return JsonMapper.shared().readTree(text).get("id").asString();
    }
}
