package tusoi.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

/** While an empty database is filled, no figure is told rather than a wrong one. The inbox is off: nothing comes back by itself. */
@ReportingTest
class FiguresMeanwhileTest {
    private static final String FIGURES = "/api/reporting/v1/figures?unit=D&indicators=member.count&to=2022-12-31";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    @Loader
    private JdbcClient jdbc;

    @Autowired
    @Loader
    private TransactionOperations transaction;

    @Autowired
    private Watermarks watermarks;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));

    @BeforeEach
    void aMember() {
        feed.clear();
        LocalDate since = LocalDate.of(2004, 1, 1);
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, since);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.member(district, since, "REGISTERED");
        feed.all(history);
    }

    @Test
    void noFigureIsToldUntilAnEmptyDatabaseIsFilled() {
        String query = FIGURES + "&knownAt=" + history.now();
        assertThat(asking.get("admin", query).getStatus()).isEqualTo(200);

        jdbc.sql("delete from platform.inbox_watermark").update();

        isPutOff(asking.get("admin", FIGURES));
        assertThatThrownBy(() -> new NoFiguresMeanwhile(watermarks)
                        .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), this))
                .as("before anybody asks who it is")
                .hasMessageContaining("read anew");
        feed.all(history);
        assertThat(asking.get("admin", query).getStatus()).isEqualTo(200);
    }

    @Test
    void noFigureIsToldWhereTheWatermarkFellWhileItWasCounted() throws Exception {
        MockHttpServletResponse answer =
                whileCounting(FIGURES, () -> feed.watermark(history.now().minusSeconds(1)));
        feed.all(history);

        isPutOff(answer);
    }

    @Test
    void aFigureIsToldWhereTheWatermarkRoseWhileItWasCounted() throws Exception {
        MockHttpServletResponse answer =
                whileCounting(FIGURES, () -> feed.watermark(history.now().plusSeconds(1)));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Tusoi-Watermark")).isEqualTo(history.now().toString());
    }

    /** Holds the facts until the question waits for them, and until that has happened which is to happen meanwhile. */
    private MockHttpServletResponse whileCounting(String query, Runnable meanwhile) throws Exception {
        Callable<MockHttpServletResponse> asked = () -> asking.get("admin", query);
        FutureTask<MockHttpServletResponse> question = new FutureTask<>(asked);
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("lock table reporting.membership in access exclusive mode").update();
            Thread.ofVirtual().start(question);
            await().atMost(Duration.ofSeconds(20)).until(this::isWaitedFor);
            meanwhile.run();
        });
        return question.get(20, TimeUnit.SECONDS);
    }

    private @Nullable Boolean isWaitedFor() {
        return jdbc.sql("select exists (select from pg_locks where not granted"
                        + " and relation = 'reporting.membership'::regclass)")
                .query(Boolean.class)
                .single();
    }

    private static void isPutOff(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getHeader("Retry-After")).matches("[0-9]+");
    }
}
