package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A year's review.
 *
 * @param lower of a hundred members, how many are graded below GOOD
 */
record Cycle(String district, int year, LocalDate openedOn, int lower) {
    LocalDate dueOn() {
        return LocalDate.of(year, 12, 31);
    }

    /** Opens it, by the district's organisation department, and returns its id. */
    String open(Desk desk) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("year", year);
        body.put("kind", "ANNUAL");
        body.put("openedByUnitId", desk.unit(district));
        body.put("openedOn", openedOn.toString());
        body.put("dueOn", dueOn().toString());
        body.put("subjectTypes", List.of("LEADERSHIP_COLLECTIVE", "MEMBER", "UNIT"));
        var answer = desk.api()
                .post(
                        Desk.organisation(district),
                        "/api/review/v1/cycles",
                        body,
                        "demo/cycle/" + district + "/" + year);
        return answer.body().hasNonNull("cycleId")
                ? answer.body().path("cycleId").asString()
                : answer.id();
    }
}
