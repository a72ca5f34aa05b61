package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

/** Decided and applied can differ; each difference is listed with its conflict. */
@ReportingTest
class RemovalDifferencesTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2022, 5, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    @Loader
    private JdbcClient loader;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID branch = new UUID(0, 0);

    @BeforeEach
    void twoWards() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.account("committee", "COMMITTEE_OFFICER", ward);
        history.account("secretary", "SECRETARY", ward);
    }

    @Test
    void whatWasDecidedAndAppliedAlikeIsNoDifference() {
        UUID member = Ids.next();
        left(member, DAY, "STRUCK_OFF", removal(member, "STRIKE_OFF"));
        left(Ids.next(), DAY, "EXPELLED", null);
        JsonNode answer = asked();
        assertThat(answer.get("decided").asInt()).isEqualTo(1);
        assertThat(answer.get("applied").asInt()).isEqualTo(1);
        assertThat(answer.get("items").isEmpty()).isTrue();
    }

    @Test
    void whatWasNotAppliedIsListedWithItsConflict() {
        UUID member = history.member(branch, SINCE, "REGISTERED");
        UUID removal = removal(member, "STRIKE_OFF");
        UUID conflict = Ids.next();
        history.conflict(conflict, removal, member, false);
        JsonNode item = asked().at("/items/0");
        assertThat(item.get("what").asString()).isEqualTo("DECIDED_NOT_APPLIED");
        assertThat(item.get("caseId").asString()).isEqualTo(removal.toString());
        assertThat(item.get("effectiveOn").asString()).isEqualTo(DAY.toString());
        assertThat(item.get("conflicts").toString())
                .isEqualTo("[{\"conflictId\":\"" + conflict + "\",\"reason\":\"ORG-17\",\"settled\":false}]");
        history.conflict(conflict, removal, member, true);
        assertThat(asked().at("/items/0/conflicts/0/settled").asBoolean()).isTrue();
    }

    @Test
    void whatWasAppliedOnAnotherDayOrNeverDecidedIsListed() {
        UUID late = Ids.next();
        left(late, DAY.plusDays(3), "WITHDREW", removal(late, "WITHDRAWAL"));
        UUID alone = Ids.next();
        left(alone, DAY, "SCREENED_OUT", null);
        Map<String, String> listed = new LinkedHashMap<>();
        asked().get("items")
                .forEach(item -> listed.put(
                        item.get("memberId").asString(),
                        item.get("what").asString() + " " + item.get("kind").asString()));
        assertThat(listed)
                .containsOnly(
                        Map.entry(late.toString(), "APPLIED_ON_ANOTHER_DAY WITHDRAWAL"),
                        Map.entry(alone.toString(), "APPLIED_NOT_DECIDED SCREENING"));
    }

    @Test
    void itIsForThoseWhoMayReadCasesAndMembersOfTheUnit() {
        feed.all(history);
        assertThat(status("committee", "D.W")).isEqualTo(200);
        assertThat(status("committee", "D.X")).isEqualTo(404);
        assertThat(status("secretary", "D.W")).isEqualTo(403);
    }

    @Test
    void eachReadingLeavesARow() {
        long before = audited();
        asked();
        assertThat(status("secretary", "D.W")).isEqualTo(403);
        assertThat(audited()).isEqualTo(before + 1);
    }

    private long audited() {
        return loader.sql("""
                        select count(*) from platform.audit_entry
                         where action = 'reporting.removals-reconciled' and subject_type = 'unit' and unit_id = subject_id
                        """).query(Long.class).single();
    }

    private UUID removal(UUID member, String kind) {
        return history.removal(kind, member, branch, DAY, List.of("CARD_RETURNED"));
    }

    private void left(UUID member, LocalDate day, String movement, @Nullable UUID caseId) {
        List<Map<String, @Nullable Object>> movements = new ArrayList<>();
        movements.add(History.movement(SINCE, "REGISTERED", branch, null));
        Map<String, @Nullable Object> departure = new LinkedHashMap<>(History.movement(day, movement, branch, null));
        departure.put("caseId", caseId);
        movements.add(departure);
        history.memberPicture(
                member, "org.member-left.v1", List.of(History.slice(SINCE, day, branch, "OFFICIAL")), movements);
    }

    private JsonNode asked() {
        feed.all(history);
        var response = asking.get("committee", path("D.W"));
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private int status(String subject, String unit) {
        return asking.get(subject, path(unit)).getStatus();
    }

    private static String path(String unit) {
        return "/api/reporting/v1/reconciliations/removals?from=2022-01-01&to=2022-12-31&unit=" + unit;
    }
}
