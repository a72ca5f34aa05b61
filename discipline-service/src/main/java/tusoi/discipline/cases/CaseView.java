package tusoi.discipline.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.contract.CaseV1;

/** A case as its readers see it: the picture of the events, and for them alone name, steps and narrative. */
record CaseView(
        @JsonUnwrapped CaseV1 picture,
        long version,
        @Nullable String subjectName,
        CaseDocument proceedings,
        @Nullable String narrative) {

    /** A line of a list; no narrative. */
    record Line(
            @JsonUnwrapped CaseV1 picture,
            long version,
            @Nullable String subjectName) {}
}
