package tusoi.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;
import tusoi.testkit.ServiceProperties;

/** Open pages over real sockets. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tusoi.inbox.enabled=false",
            ReportingTest.SIGNING_KEY,
            "tusoi.live.per-account=3",
            "tusoi.live.in-all=4"
        })
@ContextConfiguration(initializers = ServiceProperties.class)
@Import(Feed.class)
class LiveTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final String MEMBERS = "unit=D.W&indicators=member.count";

    @Autowired
    private Feed feed;

    @Autowired
    private LiveStreams streams;

    @LocalServerPort
    private int port;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private final List<Page> pages = new ArrayList<>();
    private UUID branch = new UUID(0, 0);
    private History.Given secretary = new History.Given(branch, branch, "", branch);

    @BeforeEach
    void twoWards() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        secretary = history.given("secretary", "SECRETARY", ward);
        taken();
    }

    @AfterEach
    void everyPageIsClosed() {
        pages.forEach(Page::close);
        await("no stream is open", () -> streams.open() == 0, Duration.ofSeconds(10));
    }

    @Test
    void whatChangesIsPushedAndTheRestIsSaidToBeFresh() throws Exception {
        Page page = open("secretary", MEMBERS);
        assertThat(page.contentType()).startsWith("text/event-stream");
        assertThat(figure(page.next("figures"))).isEqualTo(1);
        JsonNode fresh = page.next("fresh");
        assertThat(fresh.get("watermark").asString()).isEqualTo(history.now().toString());
        assertThat(fresh.get("ageMs").asLong()).isPositive();
        history.member(branch, SINCE, "REGISTERED");
        taken();
        JsonNode changed = page.next("figures");
        assertThat(figure(changed)).isEqualTo(2);
        assertThat(changed.get("watermark").asString()).isEqualTo(history.now().toString());
        assertThat(changed.at("/answer/knownAt").asString())
                .isEqualTo(history.now().toString());
    }

    @Test
    void aLateWatermarkIsWaitedFor() throws Exception {
        Page page = open("secretary", MEMBERS);
        page.next("figures");
        history.member(branch, SINCE, "REGISTERED");
        feed.take(history.events());
        feed.moved();
        page.next("fresh");
        feed.watermark(history.now());
        assertThat(figure(page.next("figures"))).isEqualTo(2);
    }

    @Test
    void aRevokedGrantEndsTheStreamWithinASecond() throws Exception {
        Page page = open("secretary", MEMBERS);
        Page other = open("admin", MEMBERS);
        page.next("figures");
        history.revoked(secretary);
        long start = System.nanoTime();
        taken();
        assertThat(page.next("end").get("code").asString()).isEqualTo("not-found");
        page.awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(open("secretary", MEMBERS).status()).isEqualTo(404);
        other.next("figures");
        other.next("fresh");
    }

    @Test
    void aClosedPageFreesWhatItHeld() throws Exception {
        Page page = open("secretary", MEMBERS);
        Page other = open("secretary", MEMBERS);
        page.next("figures");
        other.next("figures");
        assertThat(streams.open()).isEqualTo(2);
        page.close();
        await("one stream is left", () -> streams.open() == 1, Duration.ofSeconds(5));
        other.next("fresh");
    }

    @Test
    void streamsAreBoundedForAnAccountAndInAll() throws Exception {
        for (int n = 0; n < 3; n++) {
            assertThat(open("secretary", MEMBERS).status()).isEqualTo(200);
        }
        assertThat(open("secretary", MEMBERS).status()).isEqualTo(429);
        assertThat(open("admin", MEMBERS).status()).isEqualTo(200);
        Page refused = open("admin", MEMBERS);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        pages.getFirst().close();
        await("a place is free", () -> streams.open() == 3, Duration.ofSeconds(5));
        assertThat(open("admin", MEMBERS).status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAnsweredIsAProblemAndNoStream() throws Exception {
        assertThat(open("secretary", "unit=D.X&indicators=member.count").status())
                .isEqualTo(404);
        Page wrong = open("secretary", MEMBERS + "&to=soon");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.contentType()).startsWith("application/problem+json");
        assertThat(streams.open()).isZero();
    }

    private Page open(String subject, String query) throws IOException, InterruptedException {
        Page page = Page.open(port, subject, query);
        pages.add(page);
        return page;
    }

    private void taken() {
        feed.all(history);
        feed.moved();
    }

    private static int figure(JsonNode event) {
        return event.at("/answer/figures/0/numerator").asInt();
    }

    private static void await(String what, BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
