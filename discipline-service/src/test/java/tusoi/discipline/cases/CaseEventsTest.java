package tusoi.discipline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.Profiles;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.cases.domain.CaseMother;
import tusoi.discipline.cases.domain.Decide;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineCase.Decided;
import tusoi.discipline.cases.domain.ExternalSanction;
import tusoi.discipline.cases.domain.Form;
import tusoi.discipline.cases.domain.Standing;
import tusoi.discipline.cases.domain.SubjectType;
import tusoi.discipline.contract.Schemas;
import tusoi.platform.rules.Overrides;

class CaseEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<DisciplineCase> states() {
        LocalDate violated = LocalDate.of(2021, 11, 15);
        var profile = Profiles.discipline("22+69");
        var decide = new Decide(
                "12-QĐ/ĐU",
                Form.REPRIMAND,
                CaseMother.BASE,
                "GRASSROOTS",
                LocalDate.of(2022, 6, 10),
                new Ballots(11, 11, 11),
                new Standing(SubjectType.MEMBER, true, true));
        Decided decided = CaseMother.voted(violated, Form.REPRIMAND, 12)
                .decide(decide, profile, Map.of())
                .orThrow(Overrides.NONE)
                .state();
        return List.of(
                CaseMother.received(violated),
                CaseMother.received(null)
                        .link(new ExternalSanction("DISTRICT_PEOPLES_COMMITTEE_CHAIRMAN", "REPRIMAND", violated)),
                CaseMother.heard(violated),
                CaseMother.voted(violated, Form.REPRIMAND, 12),
                decided,
                decided.announce(LocalDate.of(2022, 6, 20), profile, Map.of())
                        .orThrow(Overrides.NONE)
                        .state());
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatLeavesFitsTheSchema(DisciplineCase state) throws IOException {
        CaseDocument document = CaseDocument.of(state);
        var event = CaseEvents.of(CaseEvents.latest(document), document, 3);
        assertThat(Schemas.misfits("case.v1.schema.json", JSON.writeValueAsString(event.data())))
                .isEmpty();
        assertThat(event.key()).isEqualTo(state.file().id().value().toString());
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCaseIsReadBackAsItWas(DisciplineCase state) {
        String kept = JSON.writeValueAsString(CaseDocument.of(state));
        assertThat(JSON.readValue(kept, CaseDocument.class).toState()).isEqualTo(state);
    }
}
