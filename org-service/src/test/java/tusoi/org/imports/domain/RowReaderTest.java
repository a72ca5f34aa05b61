package tusoi.org.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final Columns COLUMNS = new Columns(List.of(
            "Unit_Code", "full_name", "birth_date", "gender", "person_identifier", "member_since", "state", "exempt"));

    @Test
    void aGoodRowIsRead() {
        var row = read("A.1", "  Trần  Thị Ví Dụ ", "19/05/1980", "Nữ", "012345678901", "2012-5-9", "Dự bị", "x");
        assertThat(row.errors()).isEmpty();
        assertThat(row.row()).isNotNull().satisfies(read -> {
            assertThat(read.fullName()).isEqualTo("Trần Thị Ví Dụ");
            assertThat(read.birthDate()).isEqualTo(LocalDate.parse("1980-05-19"));
            assertThat(read.memberSince()).isEqualTo(LocalDate.parse("2012-05-09"));
            assertThat(read.gender()).isEqualTo("FEMALE");
            assertThat(read.state()).isEqualTo("PROBATIONARY");
            assertThat(read.exempt()).isTrue();
        });
    }

    @Test
    void aPersonIdentifierIsNeverShownWhole() {
        var row = read("A.1", "Trần Thị", "1980-05-19", "Nữ", "12345678901", "2012-05-19", "OFFICIAL", "");
        assertThat(row.errors()).singleElement().satisfies(error -> {
            assertThat(error.column()).isEqualTo("person_identifier");
            assertThat(error.value()).isEqualTo("…901");
        });
    }

    @Test
    void daysThatAreNoneAreTold() {
        for (String day : List.of("1980-02-30", "30/02/1980", "1980", "05/19/1980", "0080-05-19", "29386")) {
            var row = read("A.1", "Trần Thị", day, "Nữ", "012345678901", "2012-05-19", "OFFICIAL", "");
            assertThat(row.errors()).as(day).extracting(RowError::code).containsExactly("unreadable");
        }
    }

    @Test
    void aShortRowLacksWhatIsMissing() {
        assertThat(RowReader.read(2, COLUMNS, List.of("A.1")).errors())
                .extracting(RowError::code)
                .containsOnly("required")
                .hasSize(6);
    }

    @Test
    void missingUnknownAndRepeatedColumnsAreTold() {
        assertThat(new Columns(List.of("full_name", "full_name", "card")).errors())
                .extracting(RowError::code)
                .contains("missing-column", "unknown-column", "repeated-column");
        assertThat(COLUMNS.errors()).isEmpty();
    }

    private static RowReader.Result read(String... cells) {
        return RowReader.read(2, COLUMNS, List.of(cells));
    }
}
