package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;

/** The same figures twice, side by side, and what differs. */
@RestController
@RequestMapping("/api/reporting/v1/figures/comparison")
class ComparisonController {
    private final FreshAnswers fresh;
    private final Answers answers;

    ComparisonController(FreshAnswers fresh, Answers answers) {
        this.fresh = fresh;
        this.answers = answers;
    }

    /**
     * The other side is told by what begins with {@code with}, at least one of which is given. What is not told is as on the first
     * side, both known at the same instant; but a span of its own has the tree of its last day unless {@code asOf} was given, and the
     * cycle of its year unless {@code cycle} was. With {@code withAsOf} alone it is a re-cut: the same facts under another tree.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param indicators ids, separated by commas, at most 40
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used; the watermark unless told
     * @param cycle a review cycle's id or year, or {@code all}
     * @param by one or two dimensions, separated by a comma; {@code unit} for a re-cut unless told
     * @param withFrom the other span's first day; the first day of {@code withTo}'s year where only that is told
     * @param withTo the other span's last day
     * @param withAsOf the day of the other tree
     * @param withKnownAt the other instant
     * @param withCycle the other review cycle
     */
    @GetMapping
    ResponseEntity<ComparisonView> comparison(
            @RequestParam String unit,
            @RequestParam String indicators,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String withFrom,
            @RequestParam(required = false) @Nullable String withTo,
            @RequestParam(required = false) @Nullable String withAsOf,
            @RequestParam(required = false) @Nullable String withKnownAt,
            @RequestParam(required = false) @Nullable String withCycle,
            HttpServletResponse response) {
        if (withFrom == null && withTo == null && withAsOf == null && withKnownAt == null && withCycle == null) {
            throw ProblemException.unreadable(
                    "withTo",
                    "It is not told what to compare with",
                    "Give withFrom, withTo, withAsOf, withKnownAt or withCycle");
        }
        String parts = by == null && withAsOf != null ? "unit" : by;
        Asked asked = fresh.read(indicators, new Parameters(unit, from, to, asOf, knownAt, cycle, parts));
        Question one = asked.question();
        Question other = fresh.readOther(
                asked,
                new Parameters(
                        "with",
                        one.unit().toString(),
                        withFrom != null || withTo != null
                                ? withFrom
                                : one.from().toString(),
                        withTo == null ? one.to().toString() : withTo,
                        withAsOf == null ? asOf : withAsOf,
                        withKnownAt == null ? one.knownAt().toString() : withKnownAt,
                        withCycle == null ? cycle : withCycle,
                        parts));
        ComparisonView answer =
                Comparison.of(answers.answer(one, asked.indicators()), answers.answer(other, asked.indicators()));
        fresh.tell(asked, response);
        return ResponseEntity.ok(answer);
    }
}
