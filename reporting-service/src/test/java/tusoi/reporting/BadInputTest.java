package tusoi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tusoi.testkit.ServiceProperties;
import tusoi.testkit.TestTokens;
import tusoi.testkit.badinput.BadInput;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Caller;
import tusoi.testkit.badinput.Calls;
import tusoi.testkit.badinput.Description;
import tusoi.testkit.badinput.Tables;

/** Every operation of the service, one thing wrong at a time. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "tusoi.inbox.enabled=false")
@ContextConfiguration(initializers = ServiceProperties.class)
@Import(Feed.class)
class BadInputTest {
    private static final Description API = Description.of("reporting");
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    private UUID district = UUID.randomUUID();
    private UUID cycle = UUID.randomUUID();

    @BeforeEach
    void aDistrictWithAWard() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        cycle = history.cycle(2022, branch, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        feed.all(history);
    }

    @Test
    void isRefusedInItsPlaceAndLeavesNothingBehind() {
        String url = "http://127.0.0.1:" + port + API.base();
        Calls calls = new Calls()
                .on("GET /figures", () -> Call.plain()
                        .query("unit", "D")
                        .query("indicators", "member.count,member.admitted")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z")
                        .query("cycle", "2022")
                        .query("by", "unit"))
                .on("POST /rebuild", () -> {
                    aDistrictWithAWard();
                    return Call.plain();
                });
        try (Tables tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"))) {
            var report = new BadInput(
                            API,
                            calls,
                            new Caller(url, () -> TestTokens.bearer("admin")),
                            tables,
                            List.of(district, cycle))
                    .run();
            System.out.println("reporting-service: " + report);
            assertThat(report.faults()).isEmpty();
        }
    }

    @Test
    void everyTextListAndMapThatIsSentIsBounded() {
        assertThat(API.unbounded()).isEmpty();
    }
}
