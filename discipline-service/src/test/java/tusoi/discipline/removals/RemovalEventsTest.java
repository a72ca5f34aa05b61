package tusoi.discipline.removals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.contract.Schemas;
import tusoi.discipline.removals.domain.Removal;
import tusoi.discipline.removals.domain.RemovalEvent;
import tusoi.discipline.removals.domain.RemovalMother;

class RemovalEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Removal> states() {
        return List.of(
                RemovalMother.opened(),
                RemovalMother.reviewed(),
                RemovalMother.branchVoted(),
                RemovalMother.proposed());
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatLeavesFitsTheSchema(Removal state) throws IOException {
        var event = RemovalEvents.of(RemovalEvent.REMOVAL_OPENED, RemovalDocument.of(state), 1);
        assertThat(Schemas.misfits("removal.v1.schema.json", JSON.writeValueAsString(event.data())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("states")
    void aRemovalIsReadBackAsItWas(Removal state) {
        String kept = JSON.writeValueAsString(RemovalDocument.of(state));
        assertThat(JSON.readValue(kept, RemovalDocument.class).toState()).isEqualTo(state);
    }
}
