package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.RandomRegister;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** The rows behind a figure are as many as it counts, whatever is asked; and they are for those with the right. */
@ReportingTest
class FactRowsTest {
    private static final int HISTORIES = Integer.getInteger("tusoi.histories", 4);
    private static final int QUESTIONS = 4;
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    @Loader
    private JdbcClient loader;

    private int rows;
    private int ofParts;

    @Test
    void everyIndicatorHasAsManyRowsAsItCounts() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("FactRowsTest seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < HISTORIES; n++) {
            RandomHistory made = RandomHistory.of(random);
            made.history().account("all", "COMMITTEE_OFFICER", unitId(made.events(), "D"));
            feed.clear();
            feed.all(made.history());
            for (int question = 0; question < QUESTIONS; question++) {
                ask(random, made.codes(), made.events(), "seed " + seed + ", history " + n);
            }
        }
        for (int n = 0; n < HISTORIES; n++) {
            History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
            UUID root = history.unit("R", "PROVINCE", "PARTY_ORGANISATION", null, null, SINCE);
            history.account("all", "COMMITTEE_OFFICER", root);
            RandomRegister register = new RandomRegister(new Random(random.nextLong()), history, root, "H");
            register.live(40);
            feed.clear();
            feed.all(history);
            for (int question = 0; question < QUESTIONS; question++) {
                ask(random, register.codes(), register.events(), "seed " + seed + ", register " + n);
            }
        }
        System.out.println("FactRowsTest " + rows + " rows, " + ofParts + " of parts");
        assertThat(rows).isPositive();
        assertThat(ofParts).isPositive();
    }

    private void ask(Random random, List<String> codes, List<ReceivedEvent> events, String where) {
        LocalDate from = FIRST.plusDays(random.nextInt(1500));
        LocalDate to = from.plusDays(random.nextInt(900));
        LocalDate asOf = random.nextBoolean() ? to : FIRST.plusDays(random.nextInt(1800));
        Instant knownAt =
                (random.nextBoolean() ? events.getLast() : events.get(random.nextInt(events.size()))).recordedAt();
        String plain = "unit=%s&from=%s&to=%s&asOf=%s&knownAt=%s&cycle=%s"
                .formatted(
                        random.nextInt(3) == 0 ? codes.get(random.nextInt(codes.size())) : codes.getFirst(),
                        from,
                        to,
                        asOf,
                        knownAt,
                        random.nextBoolean() ? "all" : Integer.toString(2019 + random.nextInt(3)));
        for (Indicator indicator : catalogue.all()) {
            JsonNode figure = figure(plain + "&indicators=" + indicator.id());
            int size = 1 + random.nextInt(60);
            String as = where + ": " + plain + " " + indicator.id();
            rows += check(figure, plain + "&indicator=" + indicator.id() + "&size=" + size, as);
            List<Dimension> by = new ArrayList<>();
            for (int n = 0; n < 1 + random.nextInt(2); n++) {
                Dimension one = indicator
                        .dimensions()
                        .get(random.nextInt(indicator.dimensions().size()));
                if (!by.contains(one)) {
                    by.add(one);
                }
            }
            checkPart(random, plain, indicator, by, as);
        }
    }

    private void checkPart(Random random, String plain, Indicator indicator, List<Dimension> by, String as) {
        String dimensions = String.join(",", by.stream().map(Dimension::code).toList());
        JsonNode parts = figure(plain + "&indicators=" + indicator.id() + "&by=" + dimensions)
                .at("/breakdown/parts");
        if (parts.isEmpty()) {
            return;
        }
        JsonNode part = parts.get(random.nextInt(parts.size()));
        List<String> keys = new ArrayList<>();
        part.get("keys").forEach(key -> keys.add(key.asString()));
        String query = plain + "&indicator=" + indicator.id() + "&by=" + dimensions + "&part=" + String.join(",", keys);
        ofParts += check(part, query, as + " " + dimensions + " " + keys);
    }

    private int check(JsonNode figure, String query, String as) {
        Set<String> seen = new HashSet<>();
        String next = null;
        int count = 0;
        BigDecimal sum = BigDecimal.ZERO;
        do {
            JsonNode page = page("all", query + (next == null ? "" : "&after=" + next));
            for (JsonNode row : page.get("items")) {
                seen.add(row.get("id").asString() + row.get("n").asString());
                count++;
                sum = sum.add(
                        row.get("amount").isNull()
                                ? BigDecimal.ONE
                                : row.get("amount").decimalValue());
            }
            next = page.get("next").isNull() ? null : page.get("next").asString();
            assertThat(page.get("withheld").asInt()).as(as).isZero();
        } while (next != null);
        BigDecimal counted = figure.get("numerator").isNull()
                ? BigDecimal.ZERO
                : figure.get("numerator").decimalValue();
        assertThat(sum).as(as).isEqualByComparingTo(counted);
        assertThat(seen).as("each row once of " + as).hasSize(count);
        return count;
    }

    private JsonNode figure(String query) {
        return JsonMapper.shared().readTree(asking.body("all", query)).at("/figures/0");
    }

    private JsonNode page(String subject, String query) {
        var response = asking.get(subject, "/api/reporting/v1/figures/rows?" + query);
        assertThat(response.getStatus()).as(query).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private static UUID unitId(List<ReceivedEvent> events, String code) {
        return events.stream()
                .filter(event -> event.data().path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow()
                .aggregateId();
    }

    @Test
    void aRowTellsTheFactAndWhereItStands() {
        History history = twoWards();
        JsonNode row = page("inspector", "unit=D&indicator=discipline.members&from=2022-01-01&to=2022-12-31")
                .at("/items/0");
        assertThat(row.get("fact").asString()).isEqualTo("DISCIPLINE_DECISION");
        assertThat(row.get("day").asString()).isEqualTo("2022-05-01");
        assertThat(row.at("/unit/code").asString()).isEqualTo("D.W.01");
        assertThat(row.at("/placedIn/name").asString()).isEqualTo("Tổ chức BRANCH");
        assertThat(row.at("/dimensions/form/0").asString()).isEqualTo("REPRIMAND");
        assertThat(row.at("/dimensions/content").toString())
                .isEqualTo("[\"CORRUPTION_DELIBERATE\",\"FORBIDDEN_ACTS\"]");
        assertThat(Instant.parse(row.get("recordedAt").asString())).isBeforeOrEqualTo(history.now());
    }

    @Test
    void rowsOfPersonsAreForThoseWithTheRightAtTheUnit() {
        twoWards();
        String members = "indicator=member.count&to=2022-12-31&unit=";
        assertThat(status("secretary", members + "D.W")).isEqualTo(200);
        assertThat(status("secretary", members + "D.X")).isEqualTo(404);
        assertThat(status("secretary", members + "D")).isEqualTo(404);
        assertThat(status("observer", members + "D.W")).isEqualTo(403);
        assertThat(status("observer", "indicator=unit.branches&to=2022-12-31&unit=D.W"))
                .isEqualTo(200);
        assertThat(status("secretary", "indicator=discipline.members&to=2022-12-31&unit=D.W"))
                .isEqualTo(403);
        assertThat(status("observer", "indicator=discipline.units&to=2022-12-31&unit=D.W"))
                .as("a case against a unit is a case")
                .isEqualTo(403);
        assertThat(status("observer", "indicator=review.unit-grade&to=2022-12-31&unit=D.W"))
                .isEqualTo(403);
    }

    @Test
    void aUnitThatLeftTakesItsPeoplesRowsAlongWhateverTreeIsAskedFor() {
        feed.clear();
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        LocalDate left = LocalDate.of(2024, 1, 1);
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID other = history.unit("D.V", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID moved = history.unit("D.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        UUID stays = history.unit("D.02", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        for (UUID unit : List.of(moved, stays)) {
            UUID member = history.member(unit, SINCE, "REGISTERED");
            history.discipline(
                    "MEMBER", member, unit, "REPRIMAND", LocalDate.of(2025, 5, 1), List.of("FORBIDDEN_ACTS"));
        }
        history.unitPicture(
                moved,
                "org.unit-re-parented.v1",
                "D.01",
                List.of(
                        History.unitSlice(SINCE, left, "BRANCH", "BRANCH", "RESIDENTIAL", ward),
                        History.unitSlice(left, null, "BRANCH", "BRANCH", "RESIDENTIAL", other)),
                List.of());
        history.account("here", "INSPECTION_OFFICER", ward);
        history.account("there", "INSPECTION_OFFICER", other);
        feed.all(history);
        String before = "indicator=discipline.members&from=2025-01-01&to=2025-12-31&asOf=2023-12-31&unit=D.W";
        JsonNode page = page("here", before);
        assertThat(page.get("items").valueStream().map(row -> row.at("/unit/code")
                        .asString()))
                .containsExactly("D.02");
        assertThat(page.get("withheld").asInt()).isEqualTo(1);
        assertThat(page("there", before.replace("unit=D.W", "unit=D.V").replace("&asOf=2023-12-31", ""))
                        .get("items"))
                .hasSize(1);
        assertThat(status("there", before)).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        twoWards();
        String members = "unit=D.W&to=2022-12-31&indicator=member.count";
        assertThat(status("secretary", members + ",member.opening")).isEqualTo(400);
        assertThat(status("secretary", members + "&by=state")).isEqualTo(400);
        assertThat(status("secretary", members + "&part=OFFICIAL")).isEqualTo(400);
        assertThat(status("secretary", members + "&after=zzz")).isEqualTo(400);
        assertThat(status("secretary", members + "&size=201")).isEqualTo(400);
    }

    @Test
    void everyPageThatIsReadLeavesARow() {
        twoWards();
        long before = audited();
        page("secretary", "unit=D.W&indicator=member.count&to=2022-12-31");
        assertThat(status("observer", "unit=D.W&indicator=member.count&to=2022-12-31"))
                .isEqualTo(403);
        assertThat(audited()).isEqualTo(before + 1);
    }

    @Test
    void theTrailTellsWhichRowsWereReadAndHowMany() {
        History history = twoWards();
        page("secretary", "unit=D.W&indicator=member.count&to=2022-12-31&asOf=2022-11-30&by=state&part=OFFICIAL");
        JsonNode payload = JsonMapper.shared()
                .readTree(loader.sql("""
                                select p.payload from platform.audit_payload p
                                  join platform.audit_entry e on e.id = p.entry_id
                                 where e.action = 'reporting.rows-read' order by e.id desc limit 1
                                """).query(String.class).single())
                .get("after");
        assertThat(payload.get("indicator").asString()).isEqualTo("member.count");
        assertThat(payload.get("to").asString()).isEqualTo("2022-12-31");
        assertThat(payload.get("asOf").asString()).isEqualTo("2022-11-30");
        assertThat(payload.get("knownAt").asString()).isEqualTo(history.now().toString());
        assertThat(payload.get("part").toString()).isEqualTo("[\"OFFICIAL\"]");
        assertThat(payload.get("rows").asInt()).isEqualTo(2);
        assertThat(payload.get("withheld").asInt()).isZero();
    }

    /** That somebody was struck off is the register's; by which case it was is told to whoever may read cases. */
    @Test
    void theCaseThatARemovalCameOfIsForWhoeverReadsCases() {
        History history = twoWards();
        UUID cause = Ids.next();
        LocalDate day = LocalDate.of(2022, 6, 1);
        Map<String, @Nullable Object> out = History.movement(day, "STRUCK_OFF", branch, null);
        out.put("caseId", cause);
        history.memberPicture(
                Ids.next(),
                "org.member-left.v1",
                List.of(History.slice(SINCE, day, branch, "OFFICIAL")),
                List.of(History.movement(SINCE, "REGISTERED", branch, null), out));
        feed.all(history);
        String query = "unit=D.W&indicator=member.struck-off&from=2022-01-01&to=2022-12-31";
        assertThat(page("inspector", query).at("/items/0/causeId").asString()).isEqualTo(cause.toString());
        JsonNode row = page("secretary", query).at("/items/0");
        assertThat(row.get("day").asString()).isEqualTo("2022-06-01");
        assertThat(row.get("causeId").isNull()).isTrue();
    }

    private long audited() {
        return loader.sql("""
                        select count(*) from platform.audit_entry
                         where action = 'reporting.rows-read' and subject_type = 'unit' and unit_id = subject_id
                        """).query(Long.class).single();
    }

    @Test
    void aCursorKeepsTheInstantOfItsFirstPage() {
        History history = twoWards();
        String query = "unit=D.W&indicator=member.count&to=2022-12-31&size=1";
        JsonNode first = page("secretary", query);
        history.member(branch, SINCE, "REGISTERED");
        feed.all(history);
        JsonNode second =
                page("secretary", query + "&after=" + first.get("next").asString());
        assertThat(second.get("knownAt")).isEqualTo(first.get("knownAt"));
        assertThat(second.get("items").size()).isEqualTo(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    private int status(String subject, String query) {
        return asking.get(subject, "/api/reporting/v1/figures/rows?" + query).getStatus();
    }

    private UUID branch = new UUID(0, 0);

    private History twoWards() {
        feed.clear();
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        UUID member = history.member(branch, SINCE, "REGISTERED");
        history.discipline(
                "MEMBER",
                member,
                branch,
                "REPRIMAND",
                LocalDate.of(2022, 5, 1),
                List.of("FORBIDDEN_ACTS", "CORRUPTION_DELIBERATE"));
        history.account("inspector", "INSPECTION_OFFICER", district);
        history.account("observer", "OBSERVER", ward);
        history.account("secretary", "SECRETARY", ward);
        feed.all(history);
        return history;
    }
}
