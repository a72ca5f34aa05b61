package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;

/** What makes a side of a figure another one is read from its statement. */
class SideNoteTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void whatIsCountedByItselfIsTheSumOfItsUnits() {
        assertThat(notes("member.withdrew", Persons.PLAIN, List.of()))
                .containsExactly(new SideNote(0, Part.Side.NUMERATOR, Set.of(), Set.of("movement:WITHDREW"), true));
        assertThat(notes("member.with-task", Persons.PLAIN, List.of()))
                .contains(new SideNote(0, Part.Side.DENOMINATOR, Set.of(), Set.of("membership"), true));
    }

    @Test
    void whatDependsOnTheUnitAskedForIsNoSum() {
        assertThat(notes("member.admission-target", Persons.PLAIN, List.of()))
                .containsExactlyInAnyOrder(
                        new SideNote(0, Part.Side.NUMERATOR, Set.of("target"), Set.of("movement:ADMITTED"), false),
                        new SideNote(0, Part.Side.DENOMINATOR, Set.of("target"), Set.of(), false));
        assertThat(notes("member.transferred-in", Persons.PLAIN, List.of()))
                .containsExactly(new SideNote(0, Part.Side.NUMERATOR, Set.of(), Set.of("movement:TRANSFERRED"), false));
        assertThat(notes("member.withdrew", Persons.PLAIN, List.of(Dimension.UNIT)))
                .containsExactly(new SideNote(0, Part.Side.NUMERATOR, Set.of(), Set.of("movement:WITHDREW"), false));
    }

    /** Whose facts reorganisations took where cannot be told by the entries that changed, where entries have been joined. */
    @Test
    void whereEntriesAreJoinedAndTakenNothingIsCountedByItself() {
        assertThat(notes("member.withdrew", new Persons(true, false, null), List.of()))
                .containsExactly(new SideNote(0, Part.Side.NUMERATOR, Set.of(), Set.of("movement:WITHDREW"), true));
        assertThat(notes("member.withdrew", new Persons(true, true, null), List.of()))
                .containsExactly(new SideNote(0, Part.Side.NUMERATOR, Set.of("movement:WITHDREW"), Set.of(), false));
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

    private static List<SideNote> notes(String indicator, Persons persons, List<Dimension> by) {
        Question question = new Question(
                new UUID(0, 1),
                DAY.minusDays(300),
                DAY,
                DAY,
                Instant.parse("2026-11-22T00:00:00Z"),
                new CycleChoice.OfYear(2026),
                List.of(),
                persons,
                by,
                false,
                null,
                null);
        return FiguresQueries.parts(0, new Catalogue().find(indicator).orElseThrow(), question).stream()
                .map(part -> SideNote.of(question, part))
                .toList();
    }
}
