package tusoi.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class LiveStreamTest {
    private static final Pattern RETRY = Pattern.compile("retry: (\\d+)\n\n");

    /** Fifty equal draws out of 1,501 happen once in ten to the hundred and fifty-fifth. */
    @Test
    void pagesAreToldToComeAgainEachAtAMomentOfItsOwn() throws IOException {
        Set<Integer> told = new HashSet<>();
        for (int n = 0; n < 50; n++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            LiveStream.to(response);
            var line = RETRY.matcher(response.getContentAsString());
            assertThat(line.matches()).as(response.getContentAsString()).isTrue();
            told.add(Integer.valueOf(line.group(1)));
        }
        assertThat(told).hasSizeGreaterThan(1).allMatch(millis -> millis >= 500 && millis <= 2000);
    }
}
