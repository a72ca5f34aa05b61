package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Indicator;

/** The one way to figures for whoever asks, over HTTP or for a report: reads, checks the scope, counts, and says how fresh it is. */
@Component
public class FiguresDesk {
    private final FreshAnswers fresh;
    private final Answers answers;

    FiguresDesk(FreshAnswers fresh, Answers answers) {
        this.fresh = fresh;
        this.answers = answers;
    }

    /**
     * Answers 503 where the facts were thrown away, to be read anew, before they had all been counted.
     *
     * @param response gets the headers that tell how fresh the answer is
     */
    public FiguresView answer(FiguresRequest request, HttpServletResponse response) {
        Asked asked = fresh.read(
                request.indicators(),
                new Parameters(
                        request.unit(),
                        request.from(),
                        request.to(),
                        request.asOf(),
                        request.knownAt(),
                        request.cycle(),
                        request.by()));
        FiguresView answer = answers.answer(asked.question(), asked.indicators());
        fresh.tell(asked, response);
        return answer;
    }

    /** Up to when everything is known that these indicators rest on. */
    public Instant watermark(Collection<Indicator> indicators) {
        return fresh.watermark(indicators);
    }
}
