package tusoi.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.reports.ReportDefinition.Show;

class ReportFileTest {
    private static final String GOOD = """
            code: balance
            version: 3
            title: {vi: Cân đối, en: Balance}
            period: span
            rows: unit
            columns:
              - indicator: member.opening
              - indicator: member.admitted
              - indicator: member.closing
              - indicator: member.count
                by: state
                parts:
                  OFFICIAL: {vi: Chính thức, en: Official}
              - indicator: discipline.members
                show: [count, percent]
            checks:
              - title: {vi: Cân đối, en: Balance}
                says: member.opening + member.admitted = member.closing
            """;

    private final ReportFile file = new ReportFile(catalogue());

    @Test
    void saysWhatAPersonWroteInIt() {
        ReportDefinition report = file.read("balance.yaml", GOOD);
        assertThat(report.version()).isEqualTo(3);
        assertThat(report.columns()).hasSize(5);
        assertThat(report.columns().get(0).title().vi()).isEqualTo("Đảng số đầu kỳ");
        assertThat(report.columns().get(3).parts().keySet()).containsExactly("OFFICIAL");
        assertThat(report.columns().get(4).show()).containsExactly(Show.COUNT, Show.PERCENT);
        assertThat(report.checks().getFirst().added()).isEqualTo(List.of("member.opening", "member.admitted"));
        assertThat(report.checks().getFirst().result()).isEqualTo("member.closing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indicator: member.opening | indicator: member.nobody | line 7, column 16: there is no indicator member.nobody
            rows: unit                | rows: house              | line 5, column 7: there is no dimension house
            period: span              | period: always           | line 4, column 9: always is none of [span, cycle]
            version: 3                | version: new             | line 2, column 10: new is not a number from 1 on
            code: balance             | code: Über               | line 1, column 7: Über is not a code
            by: state                 | by: grade                | line 11, column 9: member.count has no columns by grade
            show: [count, percent]    | show: [count, sum]       | line 15, column 19: sum is none of
            rows: unit                | lines: unit              | line 5, column 8: there is no field lines here
            rows: unit                | rows: grade              | line 7, column 16: member.opening is not broken down by grade
            = member.closing          | = member.count           | line 18, column 11: member.count is no column of this report
            = member.closing          | + member.closing         | line 18, column 11: written as a + b - c = d, what comes out
            show: [count, percent]    | each: maybe              | line 15, column 11: true alone
            title: {vi: Cân đối, en: Balance} | title: {vi: Cân đối} | line 3, column 8: en is missing
            rows: unit                | rows: [                  | line 7, column 3
            """)
    void namesFileLineAndColumnOfWhatCannotBe(String right, String wrong, String message) {
        String content = GOOD.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThatThrownBy(() -> file.read("balance.yaml", content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("balance.yaml, ")
                .hasMessageContaining(message);
    }

    private static Catalogue catalogue() {
        try (var context = new AnnotationConfigApplicationContext(Catalogue.class)) {
            return context.getBean(Catalogue.class);
        }
    }
}
