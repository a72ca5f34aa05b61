package tusoi.journey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A figure that is off by one is told. */
class PublishedFiguresGuardTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest(name = "718 members, computed {0}: {1}")
    @CsvSource({"718,true", "717,false", "719,false"})
    void aCountMustBeMetExactly(int computed, boolean agrees) {
        assertThat(new Printed.Count(718).agreesWith(figure(computed, null))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "25/45, computed {0}/{1}: {2}")
    @CsvSource({"25,45,true", "24,45,false", "25,46,false"})
    void progressMustBeMetWithItsBase(int computed, int base, boolean agrees) {
        assertThat(new Printed.OutOf(25, 45).agreesWith(figure(computed, base))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "more than 92 %, computed {0} of {1}: {2}")
    @CsvSource({"661,718,true", "660,718,false", "92,100,false", "93,100,true"})
    void aShareMustBePassedNotMet(int computed, int base, boolean agrees) {
        assertThat(new Printed.ShareAbove(92).agreesWith(figure(computed, base)))
                .isEqualTo(agrees);
    }

    @ParameterizedTest(name = "more than 5,000, computed {0}: {1}")
    @CsvSource({"5000,false", "5001,true"})
    void moreThanIsMore(int computed, boolean agrees) {
        assertThat(new Printed.MoreThan(5000).agreesWith(figure(computed, null)))
                .isEqualTo(agrees);
    }

    @ParameterizedTest(name = "7 of 5, computed {0} of {1}: {2}")
    @CsvSource({"7,5,true", "6,5,false", "7,6,false"})
    void aPlanMustBeMetWithItsResult(int computed, int plan, boolean agrees) {
        assertThat(new Printed.OfPlan(7, 5, 140).agreesWith(figure(computed, plan)))
                .isEqualTo(agrees);
    }

    @ParameterizedTest(name = "102.5 %, computed {0} of {1}: {2}")
    @CsvSource({
        "4100000000,4000000000,true",
        "4098000000,4000000000,true",
        "4097999999,4000000000,false",
        "4102000000,4000000000,false"
    })
    void aShareIsMetToTheDigitsThatArePrinted(long computed, long plan, boolean agrees) {
        assertThat(new ShareOf("102.5").agreesWith(figure(computed, plan))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "7.17 billion, more than 179 %, computed {0} of {1}: {2}")
    @CsvSource({
        "7170000000,4000000000,true",
        "7170000001,4000000000,false",
        "7170000000,3983333333,false",
        "7170000000,4005586593,false"
    })
    void anAmountAndItsShareAreBothMet(long computed, long plan, boolean agrees) {
        Printed printed = new JustAbove(new BigDecimal("7170000000"), 179);
        assertThat(printed.agreesWith(figure(computed, plan))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "just more than 30 %, computed {0} of {1}: {2}")
    @CsvSource({"305,1000,true", "300,1000,false", "310,1000,false", "299,1000,false"})
    void justMoreIsNeitherThatNorMuchMore(int computed, int base, boolean agrees) {
        assertThat(new JustAbove(null, 30).agreesWith(figure(computed, base))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "there are some, computed {0}: {1}")
    @CsvSource({"1,true", "0,false"})
    void someIsNotNone(int computed, boolean agrees) {
        assertThat(new Printed.Some().agreesWith(figure(computed, null))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "all, computed {0} of {1}: {2}")
    @CsvSource({"4,4,true", "3,4,false", "0,0,false"})
    void allIsEveryOneOfSome(int computed, int base, boolean agrees) {
        assertThat(new Printed.All().agreesWith(figure(computed, base))).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "rising, {0}/{1} and then {2}/{3}: {4}")
    @CsvSource({"23,36,34,36,true", "34,36,34,36,false", "34,36,23,36,false", "10,10,30,40,false", "1,0,1,1,false"})
    void aRateRisesByItsShareNotByItsCount(int first, int firstBase, int then, int thenBase, boolean agrees) {
        Figure later = figure(then, thenBase);
        assertThat(new Printed.Rising().agreesWith(later.since(figure(first, firstBase))))
                .isEqualTo(agrees);
        assertThat(new Printed.Rising().agreesWith(later)).isFalse();
    }

    @Test
    void aRowIsHeldAgainstAnotherPartOfItsOwnAnswer() {
        JsonNode answer = JSON.readTree("""
                {"figures": [{"numerator": 57, "denominator": 72, "breakdown": {"parts": [
                  {"keys": {"year": "2017"}, "numerator": 23, "denominator": 36},
                  {"keys": {"year": "2018"}, "numerator": 34, "denominator": 36}]}}]}
                """);
        Row row = new Row(44, "003", "attendance", new Printed.Rising(), "", Map.of("year", "2018"))
                .heldAgainst(Map.of("year", "2017"));
        assertThat(row.printed().agreesWith(row.in(answer))).isTrue();
        assertThat(row.printed().show(row.in(answer))).isEqualTo("23/36, then 34/36");
    }

    @Test
    void whatIsAbsentNeverAgrees() {
        assertThat(PublishedRows.covered())
                .allSatisfy(row ->
                        assertThat(row.printed().agreesWith(Figure.ABSENT)).isFalse());
    }

    @Test
    void aPartIsFoundByAllItsKeys() {
        JsonNode answer = JSON.readTree("""
                {"figures": [{"numerator": 186, "denominator": 231, "breakdown": {"parts": [
                  {"keys": {"parent-level": "GRASSROOTS", "level": "SECTION_ORGANISATION"}, "numerator": 3, "denominator": 3},
                  {"keys": {"parent-level": "GRASSROOTS", "level": "BRANCH"}, "numerator": 172, "denominator": 172}]}}]}
                """);
        Figure part = Figure.in(answer, Map.of("parent-level", "GRASSROOTS", "level", "BRANCH"));
        assertThat(part).isEqualTo(figure(172, 172));
        assertThat(Figure.in(answer, Map.of("level", "PARTY_GROUP")).numerator())
                .isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void theOthersAreAllPartsButTheOneNamed() {
        JsonNode answer = JSON.readTree("""
                {"figures": [{"numerator": 4, "denominator": null, "breakdown": {"parts": [
                  {"keys": {"unit": "CR.LB.01"}, "numerator": 1},
                  {"keys": {"unit": "CR.LB.02"}, "numerator": 1},
                  {"keys": {"unit": "CR.LB.03"}, "numerator": 2}]}}]}
                """);
        assertThat(Figure.ofOthers(answer, Map.of("unit", "CR.LB.01")).numerator())
                .isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(Figure.ofOthers(answer, Map.of("unit", "CR.LB.09"))).isEqualTo(Figure.ABSENT);
    }

    @Test
    void aCutThatIsOffByOneIsTold() {
        Cut old = cut("""
                {"indicator": "member.count", "numerator": 1018, "denominator": null, "breakdown": {"unplaced": 0, "parts": [
                  {"keys": {"unit": "CR"}, "numerator": 1018}]}}""");
        String recut = """
                {"indicator": "member.count", "numerator": 1018, "denominator": null, "breakdown": {"unplaced": %d, "parts": [
                  {"keys": {"unit": "CT.CR"}, "numerator": 1000}, {"keys": {"unit": "CT"}, "numerator": 16}]}}""";
        assertThat(cut(recut.formatted(2)).agreesWith(old)).isTrue();
        assertThat(cut(recut.formatted(1)).agreesWith(old)).isFalse();
        assertThat(cut(recut.formatted(2).replace("1018", "1019")).agreesWith(old))
                .isFalse();
        assertThat(cut(recut.formatted(2).replace("null", "7")).agreesWith(old)).isFalse();
    }

    private static Cut cut(String figure) {
        return Cut.in(JSON.readTree("{\"figures\": [" + figure + "]}"))
                .values()
                .iterator()
                .next();
    }

    private static Figure figure(long numerator, long denominator) {
        return new Figure(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static Figure figure(int numerator, @Nullable Integer denominator) {
        return new Figure(BigDecimal.valueOf(numerator), denominator == null ? null : BigDecimal.valueOf(denominator));
    }
}
