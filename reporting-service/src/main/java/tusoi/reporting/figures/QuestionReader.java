package tusoi.reporting.figures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.time.TimeLimits;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** Reads a request's parameters, fills in what was not said, and refuses what cannot be answered. */
@Component
class QuestionReader {
    private static final int MOST_INDICATORS = 40;
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Catalogue catalogue;
    private final UnitCodes codes;

    QuestionReader(Catalogue catalogue, UnitCodes codes) {
        this.catalogue = catalogue;
        this.codes = codes;
    }

    /** @param prefix what stands before the names of the days, the instant and the cycle in the request: {@code with} of {@code withTo} */
    record Parameters(
            String prefix,
            String unit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf,
            @Nullable String knownAt,
            @Nullable String cycle,
            @Nullable String by) {
        Parameters(
                String unit,
                @Nullable String from,
                @Nullable String to,
                @Nullable String asOf,
                @Nullable String knownAt,
                @Nullable String cycle,
                @Nullable String by) {
            this("", unit, from, to, asOf, knownAt, cycle, by);
        }

        private String place(String name) {
            return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    List<Indicator> indicators(String place, String ids) {
        List<Indicator> found = Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> catalogue
                        .find(id)
                        .orElseThrow(() -> ProblemException.unreadable(
                                place, "There is no indicator " + id, "GET /api/reporting/v1/indicators lists them")))
                .toList();
        if (found.isEmpty() || found.size() > MOST_INDICATORS) {
            throw ProblemException.unreadable(
                    place, found.size() + " indicators were asked for", "Ask for 1 to " + MOST_INDICATORS);
        }
        return found;
    }

    Question read(Parameters parameters, Instant watermark, List<Indicator> indicators) {
        Instant knownAt = knownAt(parameters.place("knownAt"), parameters.knownAt(), watermark);
        LocalDate to = day(parameters.place("to"), parameters.to(), LocalDate.ofInstant(knownAt, BusinessDays.ZONE));
        LocalDate from = day(parameters.place("from"), parameters.from(), to.withDayOfYear(1));
        if (from.isAfter(to)) {
            throw ProblemException.unreadable(
                    parameters.place("from"), "The span ends before it begins", "Give from at or before to");
        }
        LocalDate asOf = day(parameters.place("asOf"), parameters.asOf(), to);
        List<Dimension> by = dimensions(parameters.by(), indicators);
        CycleChoice cycle = cycle(parameters.place("cycle"), parameters.cycle(), to, by);
        UUID unit = codes.resolve(parameters.unit(), knownAt);
        return new Question(unit, from, to, asOf, knownAt, cycle, List.of(), Persons.PLAIN, by, false, null, null);
    }

    private static Instant knownAt(String place, @Nullable String text, Instant watermark) {
        if (text == null) {
            return watermark;
        }
        Instant knownAt;
        try {
            knownAt = TimeLimits.instant(text);
        } catch (DateTimeException e) {
            throw ProblemException.unreadable(
                    place, text + " is not an instant from " + TimeLimits.YEARS, "Write it as 2022-11-30T17:00:00Z");
        }
        if (knownAt.isAfter(watermark)) {
            throw new ProblemException(
                    422,
                    "not-yet-complete",
                    "What will have been known at " + knownAt + " is not complete: the watermark stands at "
                            + watermark,
                    place,
                    "Ask for the watermark or an instant before it");
        }
        return knownAt;
    }

    private static LocalDate day(String place, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return TimeLimits.day(text);
        } catch (DateTimeException e) {
            throw ProblemException.unreadable(
                    place, text + " is not a day from " + TimeLimits.YEARS, "Write it as 2022-11-30");
        }
    }

    private static List<Dimension> dimensions(@Nullable String text, List<Indicator> indicators) {
        List<Dimension> by = new ArrayList<>();
        for (String code : text == null ? new String[0] : text.split(",")) {
            Dimension dimension = Dimension.byCode(code.strip())
                    .orElseThrow(() -> ProblemException.unreadable(
                            "by", "There is no dimension " + code.strip(), "The catalogue lists each indicator's"));
            if (!by.contains(dimension)) {
                by.add(dimension);
            }
        }
        if (by.size() > Composer.KEYS.size()) {
            throw ProblemException.unreadable("by", by.size() + " dimensions were asked for", "Ask for one or two");
        }
        for (Indicator indicator : indicators) {
            if (!indicator.dimensions().containsAll(by)) {
                throw ProblemException.unreadable(
                        "by",
                        indicator.id() + " is not broken down by " + text,
                        "GET /api/reporting/v1/indicators lists its dimensions");
            }
        }
        return by;
    }

    private static CycleChoice cycle(String place, @Nullable String text, LocalDate to, List<Dimension> by) {
        if (text == null) {
            return by.contains(Dimension.YEAR) ? new CycleChoice.Every() : new CycleChoice.OfYear(to.getYear());
        }
        if (text.equals("all")) {
            return new CycleChoice.Every();
        }
        if (YEAR.matcher(text).matches()) {
            return new CycleChoice.OfYear(Integer.parseInt(text));
        }
        if (ID.matcher(text).matches()) {
            return new CycleChoice.ById(UUID.fromString(text));
        }
        throw ProblemException.unreadable(place, text + " is neither a year nor an id", "Write 2022, an id, or all");
    }
}
