package tusoi.reporting.facts;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.indicators.Catalogue;

@ReportingTest
class RecordedMeanwhileTest {
    @Autowired
    private Catalogue catalogue;

    @Test
    void itIsToldOfEveryIndicatorWhatItCounts() {
        catalogue.all().forEach(indicator -> assertThatCode(() -> RecordedMeanwhile.counted(indicator.id()))
                .as(indicator.id())
                .doesNotThrowAnyException());
    }
}
