package tusoi.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tusoi.platform.problems.ProblemException;

/** What a mend may say of the event that it stands for. */
class MendedHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final MendedHeaders HERE = new MendedHeaders(Set.of(
            "shop.order-placed.v1", "shop.order-placed.v2", "shop.order-cancelled.v1", "review.review-decided.v1"));
    private static final Map<String, String> ORIGINAL = Map.of(
            "ce_type", "shop.order-placed.v1",
            "ce_subject", "7d2f0b1e-43f5-4bb0-9a3c-0a4a6f6d3a10",
            "ce_aggregateversion", "13",
            "ce_time", "2026-11-20T08:00:00.120Z");

    @ParameterizedTest
    @CsvSource({
        "ce_subject, 7d2f0b1e-43f5-4bb0-9a3c-0a4a6f6d3a11",
        "ce_aggregateversion, 14",
        "ce_time, 2026-11-20T08:00:00.121Z",
        "ce_time, 1999-01-01T00:00:00Z"
    })
    void whatTheOriginalTellsOfTheEventStays(String header, String other) {
        refuses(ORIGINAL, with(ORIGINAL, header, other), "differs-from-original", header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_subject, 7D2F0B1E-43F5-4BB0-9A3C-0A4A6F6D3A10",
        "ce_aggregateversion, 013",
        "ce_time, 2026-11-20T08:00:00.120000Z",
        "ce_type, shop.order-placed.v2",
        "ce_actor, 7d2f0b1e-43f5-4bb0-9a3c-0a4a6f6d3a12"
    })
    void theSameInOtherWordsIsNoOther(String header, String same) {
        takes(ORIGINAL, with(ORIGINAL, header, same));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:00:00.000001Z", "2999-01-01T00:00:00Z", "1999-12-31T23:59:59.999999Z"})
    void aTimeThatTheOriginalDoesNotTellIsNeitherToComeNorOfAnotherCentury(String time) {
        refuses(with(ORIGINAL, "ce_time", "yesterday"), with(ORIGINAL, "ce_time", time), "implausible-time", "ce_time");
        refuses(Map.of(), with(ORIGINAL, "ce_time", time), "implausible-time", "ce_time");
    }

    @Test
    void whatTheOriginalDoesNotTellTheMendDoes() {
        takes(Map.of(), ORIGINAL);
        takes(Map.of(), with(ORIGINAL, "ce_time", "2026-11-22T10:00:00Z"));
        takes(Map.of(), with(ORIGINAL, "ce_time", "2000-01-01T00:00:00Z"));
        takes(with(with(ORIGINAL, "ce_subject", "order"), "ce_aggregateversion", "thirteen"), ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.order-cancelled.v1, differs-from-original",
        "shop.order.v1, differs-from-original",
        "review.order-placed.v1, differs-from-original",
        "order-placed, differs-from-original",
        "shop.order-placed.v3, not-of-this-topic"
    })
    void whatHappenedStaysInAFormThatIsTakenHere(String type, String code) {
        refuses(ORIGINAL, with(ORIGINAL, "ce_type", type), code, "ce_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.order-lost.v1", "review.review-decided.v1", "shop.order-placed.v3", "shop", "order"})
    void aTypeThatTheOriginalDoesNotTellIsOfItsTopicAndTakenHere(String type) {
        refuses(Map.of(), with(ORIGINAL, "ce_type", type), "not-of-this-topic", "ce_type");
        refuses(with(ORIGINAL, "ce_type", "?"), with(ORIGINAL, "ce_type", type), "not-of-this-topic", "ce_type");
    }

    @Test
    void aTypeThatIsNotTakenHereNamesThoseThatAre() {
        assertThatThrownBy(() -> check(Map.of(), with(ORIGINAL, "ce_type", "shop.order-lost.v1")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.remedy())
                        .isEqualTo("Send one of these: "
                                + "shop.order-cancelled.v1, shop.order-placed.v1, shop.order-placed.v2"));
        assertThatThrownBy(() -> check(ORIGINAL, with(ORIGINAL, "ce_type", "shop.order-placed.v3")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.remedy())
                        .isEqualTo("Send one of these: shop.order-placed.v1, shop.order-placed.v2"));
    }

    @Test
    void aMendMayLeaveTheTypeAsItIsWhereNothingOfItIsTakenHereAnyMore() {
        var gone = with(ORIGINAL, "ce_type", "shop.order-doubted.v1");
        takes(gone, gone);
    }

    private static void check(Map<String, String> original, Map<String, String> mended) {
        HERE.check("shop", original, mended, NOW);
    }

    private static void takes(Map<String, String> original, Map<String, String> mended) {
        assertThatCode(() -> check(original, mended)).doesNotThrowAnyException();
    }

    private static void refuses(Map<String, String> original, Map<String, String> mended, String code, String header) {
        assertThatThrownBy(() -> check(original, mended)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).isEqualTo("headers." + header);
        });
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }
}
