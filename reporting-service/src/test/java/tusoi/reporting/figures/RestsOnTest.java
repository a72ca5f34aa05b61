package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.reporting.indicators.Catalogue;

/** A figure's facts are read from its statement. */
class RestsOnTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void movesOfAKindAreToldFromOthers() {
        assertThat(facts("member.withdrew", Persons.PLAIN)).containsExactlyInAnyOrder("unit", "movement:WITHDREW");
        assertThat(facts("member.admission-target", Persons.PLAIN))
                .containsExactlyInAnyOrder("unit", "movement:ADMITTED", "target");
    }

    @Test
    void whereAReorganisationMovedSomebodyEveryMoveMatters() {
        assertThat(facts("member.withdrew", new Persons(true, false, null))).contains("movement");
        assertThat(facts("member.withdrew", new Persons(false, true, null))).contains("joined_entry");
    }

    @Test
    void aTableWithAColumnOfKindsThatNobodyNotesIsNamedWhole() {
        assertThat(RestsOn.named("select 1 from \"reporting\".\"meeting\" as \"m\" where \"m\".\"kind\" = 'PERIODIC'"))
                .containsExactly("meeting");
    }

    @Test
    void oneMentionWithoutAKindIsEnoughForAllOfThem() {
        String sql = "select 1 from \"reporting\".\"movement\" as \"v\" where \"v\".\"kind\" = 'ADMITTED' union all ";
        assertThat(RestsOn.named(
                        sql + "select 1 from \"reporting\".\"movement\" as \"w\" where \"w\".\"kind\" = 'LEFT'"))
                .containsExactlyInAnyOrder("movement:ADMITTED", "movement:LEFT");
        assertThat(RestsOn.named(sql + "select 1 from \"reporting\".\"movement\" as \"v\""))
                .containsExactly("movement");
        assertThat(RestsOn.named(sql + "select 1 from reporting.movement")).contains("movement");
    }

    private Set<String> facts(String indicator, Persons persons) {
        Question question = new Question(
                new UUID(0, 1),
                DAY.minusDays(300),
                DAY,
                DAY,
                Instant.parse("2026-11-22T00:00:00Z"),
                new CycleChoice.OfYear(2026),
                List.of(),
                persons,
                List.of(),
                false,
                null,
                null);
        return RestsOn.facts(new Catalogue().find(indicator).orElseThrow(), question);
    }
}
