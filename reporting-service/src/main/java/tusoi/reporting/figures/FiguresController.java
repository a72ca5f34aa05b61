package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a unit with everything under it. Freshness stands in the headers, so that the body can be compared to the byte. */
@RestController
@RequestMapping("/api/reporting/v1/figures")
class FiguresController {
    private final FiguresDesk desk;

    FiguresController(FiguresDesk desk) {
        this.desk = desk;
    }

    /**
     * Answers 503 where the facts were thrown away, to be read anew, before they had all been counted.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param indicators ids, separated by commas, at most 40
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used, at or below the watermark of the services that the indicators rest on; that
     *     watermark unless told
     * @param cycle a review cycle's id or year, or {@code all}; the year of {@code to} unless told, or all where {@code by} has the year
     * @param by one or two dimensions, separated by a comma
     */
    @GetMapping
    ResponseEntity<FiguresView> figures(
            @RequestParam String unit,
            @RequestParam String indicators,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String by,
            HttpServletResponse response) {
        return ResponseEntity.ok(
                desk.answer(new FiguresRequest(unit, indicators, from, to, asOf, knownAt, cycle, by), response));
    }
}
