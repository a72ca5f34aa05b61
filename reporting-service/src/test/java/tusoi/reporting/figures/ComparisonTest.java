package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.RandomRegister;
import tusoi.reporting.ReportingTest;

/** Two spans or two trees side by side; what differs adds up. */
@ReportingTest
class ComparisonTest {
    private static final int REGISTERS = Integer.getInteger("tusoi.histories", 12);
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final String INDICATORS =
            "member.closing,member.admitted,member.registered,member.struck-off,discipline.units";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Test
    void underAnotherTreeSumsAreEqualAndTheDifferencesAddUp() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("ComparisonTest seed " + seed);
        Random random = new Random(seed);
        int different = 0;
        for (int n = 0; n < REGISTERS; n++) {
            History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
            UUID root = history.unit("R", "PROVINCE", "PARTY_ORGANISATION", null, null, SINCE);
            history.account("admin", "REGISTER_ADMINISTRATOR", root);
            RandomRegister register = new RandomRegister(new Random(random.nextLong()), history, root, "H");
            register.live(40);
            feed.clear();
            feed.all(history);
            for (int question = 0; question < 4; question++) {
                LocalDate to = RandomRegister.FIRST.plusDays(random.nextInt(RandomRegister.DAYS));
                LocalDate tree = RandomRegister.FIRST.plusDays(random.nextInt(RandomRegister.DAYS));
                String unit = register.codes().getFirst();
                String span = "unit=" + unit + "&indicators=" + INDICATORS + "&from=2018-01-01&to=" + to;
                String as = "seed " + seed + ", register " + n + ": " + span + "&withAsOf=" + tree;
                JsonNode compared = compared(span + "&withAsOf=" + tree);
                assertThat(compared.get("one").toString()).as(as).isEqualTo(read(span + "&by=unit"));
                assertThat(compared.get("other").toString()).as(as).isEqualTo(read(span + "&by=unit&asOf=" + tree));
                for (JsonNode difference : compared.get("differences")) {
                    assertThat(difference.get("sumsEqual").asBoolean()).as(as).isTrue();
                    different += addsUp(difference, as);
                }
            }
        }
        assertThat(different).as("units that differ").isPositive();
    }

    @Test
    void twoSpansDifferByWhatCameBetween() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID one = history.unit("D.1", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID branch = history.unit("D.1.1", "BRANCH", "BRANCH", "SCHOOL", one, SINCE);
        history.unit("D.2", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("observer", "OBSERVER", one);
        history.member(branch, LocalDate.of(2021, 3, 1), "ADMITTED");
        history.member(branch, LocalDate.of(2022, 3, 1), "ADMITTED");
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.clear();
        feed.all(history);
        String query = "unit=D&indicators=member.admitted,member.closing&by=unit"
                + "&from=2021-01-01&to=2021-12-31&withFrom=2022-01-01&withTo=2022-12-31";
        JsonNode differences = compared(query).get("differences");
        assertThat(differences.at("/0/numerator").asInt()).isEqualTo(1);
        assertThat(differences.at("/0/sumsEqual").asBoolean()).isFalse();
        assertThat(differences.at("/0/parts").toString())
                .isEqualTo("[{\"keys\":{\"unit\":\"D.1\"},\"labels\":{\"unit\":\"Tổ chức GRASSROOTS\"},"
                        + "\"one\":1,\"other\":2,\"difference\":1}]");
        assertThat(differences.at("/1/numerator").asInt()).isEqualTo(2);
        assertThat(compared(query).at("/other/asOf").asString()).isEqualTo("2022-12-31");
        assertThat(compared(query + "&asOf=2021-06-30").at("/other/asOf").asString())
                .isEqualTo("2021-06-30");
        JsonNode restricted = JsonMapper.shared()
                .readTree(asking.get(
                                "observer",
                                "/api/reporting/v1/figures/comparison?" + query.replace("unit=D&", "unit=D.1&"))
                        .getContentAsByteArray());
        assertThat(restricted.at("/differences/0/restricted").asString()).isEqualTo("MEMBER_READ");
        assertThat(restricted.at("/differences/0/parts").isEmpty()).isTrue();
        assertThat(asking.get("observer", "/api/reporting/v1/figures/comparison?" + query)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsKnownAtTwoInstantsIsCompared() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        UUID branch = history.unit("B", "GRASSROOTS", "BRANCH", "AGENCY", null, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", branch);
        Instant before = history.now();
        history.member(branch, LocalDate.of(2021, 3, 1), "ADMITTED");
        feed.clear();
        feed.all(history);
        JsonNode compared = compared(
                "unit=B&indicators=member.closing&to=2022-01-01&knownAt=" + before + "&withKnownAt=" + history.now());
        assertThat(compared.at("/differences/0/numerator").asInt()).isEqualTo(1);
        assertThat(compared.at("/differences/0/parts").isEmpty()).isTrue();
    }

    @Test
    void whatCannotBeComparedIsRefusedInItsPlace() {
        whatIsKnownAtTwoInstantsIsCompared();
        Map<String, String> places = new HashMap<>();
        for (String wrong : List.of(
                "", "&withTo=soon", "&withFrom=2030-01-01", "&withAsOf=1-1-1", "&withKnownAt=x", "&withCycle=y")) {
            var response = asking.get(
                    "admin",
                    "/api/reporting/v1/figures/comparison?unit=B&indicators=member.closing&to=2022-01-01" + wrong);
            assertThat(response.getStatus()).as(wrong).isEqualTo(400);
            places.put(
                    wrong,
                    JsonMapper.shared()
                            .readTree(response.getContentAsByteArray())
                            .path("place")
                            .asString());
        }
        assertThat(places)
                .isEqualTo(Map.of(
                        "", "withTo",
                        "&withTo=soon", "withTo",
                        "&withFrom=2030-01-01", "withFrom",
                        "&withAsOf=1-1-1", "withAsOf",
                        "&withKnownAt=x", "withKnownAt",
                        "&withCycle=y", "withCycle"));
    }

    private String read(String query) {
        return JsonMapper.shared().readTree(asking.body("admin", query)).toString();
    }

    /** How many parts differ. */
    private static int addsUp(JsonNode difference, String as) {
        BigDecimal sum = difference.get("unplaced").decimalValue();
        for (JsonNode part : difference.get("parts")) {
            sum = sum.add(part.get("difference").decimalValue());
        }
        assertThat(sum)
                .as("the differences of " + difference.get("indicator") + " of " + as)
                .isEqualByComparingTo(difference.get("numerator").decimalValue());
        return difference.get("parts").size();
    }

    private JsonNode compared(String query) {
        var response = asking.get("admin", "/api/reporting/v1/figures/comparison?" + query);
        assertThat(response.getStatus()).as(query).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
