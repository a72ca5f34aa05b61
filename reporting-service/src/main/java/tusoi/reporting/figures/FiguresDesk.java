package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
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
        return answer(fresh.read(request.indicators(), parameters(request)), response);
    }

    /**
     * The same of a unit that stands under another one in the tree of the day: the caller's rights at the upper one decide, as they do
     * of that one's breakdown. The upper one's right has to have been asked for.
     *
     * @param isOwn of what stands with the very unit alone, without what is under it
     */
    public FiguresView answerUnder(UUID upper, FiguresRequest request, boolean isOwn, HttpServletResponse response) {
        return answer(fresh.readUnder(upper, request.indicators(), parameters(request), isOwn), response);
    }

    private FiguresView answer(Asked asked, HttpServletResponse response) {
        FiguresView answer = answers.answer(asked.question(), asked.indicators());
        fresh.tell(asked, response);
        return answer;
    }

    private static Parameters parameters(FiguresRequest request) {
        return new Parameters(
                request.unit(),
                request.from(),
                request.to(),
                request.asOf(),
                request.knownAt(),
                request.cycle(),
                request.by());
    }

    /** Up to when everything is known that these indicators rest on. */
    public Instant watermark(Collection<Indicator> indicators) {
        return fresh.watermark(indicators);
    }
}
