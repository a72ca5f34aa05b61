package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Spreadsheets.HEADER;
import static tusoi.org.Spreadsheets.SHEET;
import static tusoi.org.Spreadsheets.changed;
import static tusoi.org.Spreadsheets.csv;
import static tusoi.org.Spreadsheets.row;
import static tusoi.org.Spreadsheets.workbook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tusoi.org.Register.Answer;
import tusoi.testkit.badinput.Tables;

/** Files of members as no register writes them: each is refused as a whole, with the row or the reason, and leaves nothing. */
@OrgTest
class BadFilesTest {
    private static final int ROWS = 50_000;
    private static final int MUTATIONS = 150;

    @Autowired
    Register register;

    @Autowired
    Environment environment;

    String ward = "";
    String code = "";

    @BeforeEach
    void aWardWithABranch() {
        ward = register.ward();
        code = register.get(ADMIN, "/units/" + register.branch(ward)).code();
    }

    // ORG-12
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aBrokenRowInTheLastOfFiftyThousandLinesLeavesNothing(String kind) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, ROWS - 1).forEach(i -> lines.add(row(code)));
        lines.add(row("NO-SUCH-UNIT"));
        byte[] file = kind.equals("csv") ? String.join("\n", lines).getBytes(StandardCharsets.UTF_8) : workbook(lines);
        Answer staged = upload("members." + kind, file);
        assertThat(staged.body().path("state").asString()).as(staged.text()).isEqualTo("INVALID");
        assertThat(staged.body().path("rows").asInt()).isEqualTo(ROWS);
        var errors = register.get(ADMIN, "/imports/" + staged.id() + "/errors");
        assertThat(errors.body().path("items")).as(errors.text()).hasSize(1);
        assertThat(errors.body().path("items").get(0).path("row").asInt()).isEqualTo(ROWS + 1);
        assertThat(errors.body().path("items").get(0).path("code").asString()).isEqualTo("ORG-12");
        try (Tables tables = tables()) {
            Map<String, String> before = tables.state();
            Answer refused = register.post(ADMIN, "/imports/" + staged.id() + "/confirmation");
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(Tables.differences(before, tables.state())).isEmpty();
        }
        assertThat(register.get(ADMIN, "/members?unit=" + ward).body().path("items"))
                .isEmpty();
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanCanBeTakenIsTooLarge() {
        byte[] small = workbook(List.of(HEADER, row(code)));
        byte[] bomb = Spreadsheets.bomb(small, "xl/sharedStrings.xml", 97);
        assertThat(bomb.length).isLessThan(1_000_000);
        refused("members.xlsx", bomb, 413);
    }

    @Test
    void aCellInAColumnThatNoSheetHasIsNotMadeRoomFor() {
        byte[] good = workbook(List.of(HEADER, row(code)));
        for (String address : List.of("ZZZZZZ2", "AAAA2", "&#90;ZZZZZ2")) {
            refused("members.xlsx", changed(good, SHEET, xml -> xml.replace("\"K2\"", '"' + address + '"')), 400);
        }
    }

    @Test
    void sixteenThousandThreeHundredAndEightyFiveColumnsAreTooMany() {
        String names = IntStream.range(0, 16_385).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refused("members.csv", names.getBytes(StandardCharsets.UTF_8), 400);
        byte[] good = workbook(List.of(HEADER, row(code)));
        refused("members.xlsx", changed(good, SHEET, xml -> xml.replace("\"K1\"", "\"XFE1\"")), 400);
    }

    @Test
    void anotherEncodingIsTold() {
        String text = HEADER + "\n" + row(code).replace("Trần", "Tr\u00e2n") + "\n";
        refused("members.csv", text.getBytes(Charset.forName("windows-1252")), 400);
        refused("members.csv", text.getBytes(StandardCharsets.UTF_16), 400);
    }

    @Test
    void aMarkCarriageReturnsAndLinesWithinQuotesAreRead() {
        String first = row(code).replace("Trần Thị Ví Dụ", "\"Trần Thị\r\nVí Dụ\"");
        String second = row("NO-SUCH-UNIT");
        Answer staged = upload(
                "members.csv",
                ("\ufeff" + HEADER + "\r\n" + first + "\r\n" + second + "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(faults(staged)).containsExactly("3 unit_code ORG-12");
    }

    @Test
    void ofAFormulaTheValueThatItHadIsRead() {
        String line = row(code);
        byte[] good = workbook(List.of(HEADER, line));
        UnaryOperator<String> asFormula = xml -> xml.replaceFirst(
                "<c r=\"A2\"[^>]*>.*?</c>", "<c r=\"A2\" t=\"str\"><f>\"x\"&amp;B2</f><v>" + code + "</v></c>");
        Answer staged = upload("members.xlsx", changed(good, SHEET, asFormula));
        assertThat(staged.body().path("state").asString())
                .as(faults(staged).toString())
                .isEqualTo("STAGED");
        UnaryOperator<String> failed =
                xml -> xml.replaceFirst("<c r=\"A2\"[^>]*>.*?</c>", "<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
        assertThat(faults(upload("members.xlsx", changed(good, SHEET, failed)))).containsExactly("2 unit_code ORG-12");
    }

    @Test
    void aNumberWithAThousandMillionDigitsIsNotWrittenOut() {
        byte[] good = workbook(List.of(HEADER, row(code)));
        for (String number : List.of("1E999999999", "1E-999999999", "NaN", "99999999999999999999999999999999999999")) {
            byte[] file = changed(
                    good,
                    SHEET,
                    xml -> xml.replaceFirst("<c r=\"D2\"[^>]*>.*?</c>", "<c r=\"D2\"><v>" + number + "</v></c>"));
            assertThat(faults(upload("members.xlsx", file))).as(number).hasSize(1);
        }
    }

    @Test
    void anEmptyFileAndOneWithNamesOnlyHaveNoMembers() {
        for (String text : List.of("", "\n\n", "\ufeff", HEADER, HEADER + "\n\n")) {
            Answer staged = upload("members.csv", text.getBytes(StandardCharsets.UTF_8));
            assertThat(faults(staged)).as(text).contains("1 file no-rows");
            assertThat(register.post(ADMIN, "/imports/" + staged.id() + "/confirmation")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(faults(upload("members.xlsx", workbook(List.of(HEADER))))).contains("1 file no-rows");
        refused("members.xlsx", new byte[0], 400);
    }

    @Test
    void aColumnTwiceOneMissingAndOneUnknownAreTold() {
        String names = HEADER.replace("member_ref", "full_name").replace("gender", "sex");
        Answer staged = upload("members.csv", (names + "\n" + row(code)).getBytes(StandardCharsets.UTF_8));
        assertThat(faults(staged))
                .contains("1 full_name repeated-column", "1 gender missing-column", "1 sex unknown-column");
    }

    @Test
    void charactersThatCannotBeKeptAreToldWithTheirRow() {
        Answer staged = upload(
                "members.csv",
                csv(
                        row(code).replace("Ví Dụ", "Ví\u0000Dụ"),
                        row(code + "\u0001"),
                        row(code).replace("Ví Dụ", "Ví\uFFFEDụ")));
        assertThat(faults(staged))
                .containsExactlyInAnyOrder(
                        "2 full_name unreadable", "3 unit_code unreadable", "4 full_name unreadable");
        assertThat(faults(upload("members.csv", ("a\u0000b," + HEADER).getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
    }

    @Test
    void aQuotationThatNeverEndsIsGivenUp() {
        String endless = "\"" + "x\n".repeat(2_000_000);
        refused("members.csv", (HEADER + "\n" + endless).getBytes(StandardCharsets.UTF_8), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aFileCutAnywhereOrChangedAtRandomIsTakenOrRefusedButNoFailure(String kind) {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("files changed at random, ." + kind + ": -Dtusoi.seed=" + seed);
        Random random = new Random(seed);
        List<String> lines = List.of(HEADER, row(code), row(code));
        byte[] good = kind.equals("csv") ? String.join("\n", lines).getBytes(StandardCharsets.UTF_8) : workbook(lines);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bad = i % 3 == 0
                    ? Arrays.copyOf(good, random.nextInt(good.length))
                    : kind.equals("csv") || i % 3 == 1
                            ? scratched(good, random)
                            : changed(good, SHEET, xml -> scratched(xml, random));
            Answer answer = upload("members." + kind, bad);
            assertThat(answer.status()).as("%d: %s", i, answer.text()).isIn(201, 400, 413);
            if (answer.status() != 201) {
                assertThat(answer.body().path("place").asString())
                        .as(answer.text())
                        .isEqualTo("file");
            }
        }
    }

    private static byte[] scratched(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static String scratched(String xml, Random random) {
        int at = random.nextInt(xml.length());
        String piece = List.of("<", ">", "\"", "&", "99999999999", "<c r=\"B1\"/>", "</row>", " r=\"7\"", "é")
                .get(random.nextInt(9));
        return xml.substring(0, at) + piece + xml.substring(Math.min(xml.length(), at + random.nextInt(20)));
    }

    private void refused(String name, byte[] file, int status) {
        try (Tables tables = tables()) {
            Map<String, String> before = tables.state();
            Answer answer = upload(name, file);
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.body().path("detail").asString()).isNotBlank();
            assertThat(Tables.differences(before, tables.state())).isEmpty();
        }
    }

    private Answer upload(String name, byte[] content) {
        return register.upload(ADMIN, ward, name, content);
    }

    private List<String> faults(Answer staged) {
        assertThat(staged.status()).as(staged.text()).isEqualTo(201);
        return register.get(ADMIN, "/imports/" + staged.id() + "/errors")
                .body()
                .path("items")
                .valueStream()
                .map(e -> e.path("row").asInt() + " " + e.path("column").asString() + " "
                        + e.path("code").asString())
                .toList();
    }

    private Tables tables() {
        return Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"));
    }
}
