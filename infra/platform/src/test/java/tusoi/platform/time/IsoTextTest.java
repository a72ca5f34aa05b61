package tusoi.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {
    @Test
    void daysAndInstantsAreReadAsTheJdkReadsThem() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            var unit = new int[] {1_000_000_000, 1_000_000, 1000, 1}[random.nextInt(4)];
            var instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / unit * (long) unit);
            var text = instant.toString();
            assertThat(IsoText.instant(text)).as("seed %d", seed).isEqualTo(instant);
            assertThat(IsoText.canonical(text, instant)).as("seed %d", seed).isEqualTo(text);
            var day = text.substring(0, 10);
            assertThat(IsoText.day(day)).as("seed %d", seed).isEqualTo(LocalDate.parse(day));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00.000Z",
                "2026-01-01T00:00:00.120000Z",
                "2026-01-01T00:00:00.120000000Z",
                "2026-01-01T00:00:00.1Z",
                "2026-01-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-01-01T07:00:00+07:00",
                "2026-01-01t00:00:00z",
                "+12026-01-01T00:00:00Z"
            })
    void whatIsWrittenOtherwiseIsTheSameInstant(String text) {
        assertThat(IsoText.instant(text)).isEqualTo(Instant.parse(text));
        assertThat(IsoText.canonical(text, IsoText.instant(text)))
                .isEqualTo(Instant.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-1-01",
                "2026-01-0x",
                "",
                "2026-02-30T00:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:0xZ",
                "2026-01-01T00:00:00.000z1"
            })
    void whatIsNoDayAndNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> IsoText.day(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoText.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
