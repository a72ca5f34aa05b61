package tusoi.discipline.removals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.contract.RemovalV1;

/** A removal as its readers see it: the picture of the events, and for them alone name and steps. */
record RemovalView(
        @JsonUnwrapped RemovalV1 picture,
        long version,
        @Nullable String memberName,
        RemovalDocument proceedings) {

    static RemovalView of(Removals.Row row) {
        return new RemovalView(RemovalEvents.picture(row.document()), row.version(), row.memberName(), row.document());
    }
}
