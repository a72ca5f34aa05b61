package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.identifier;
import static tusoi.org.Register.made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.Loader;

@OrgTest
class ImportsTest {
    private static final String HEADER =
            "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt";

    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String branchCode = "";

    @BeforeEach
    void aWardWithABranch() {
        ward = register.ward();
        branch = register.branch(ward);
        branchCode = register.get(ADMIN, "/units/" + branch).code();
    }

    @Test
    void aFileIsStagedShownAndAppliedAsAWhole() {
        var staged = upload("members.csv", csv(row(branchCode), row(branchCode)));
        assertThat(staged.status()).as(staged.text()).isEqualTo(201);
        assertThat(staged.body().path("state").asString()).isEqualTo("STAGED");
        var preview = register.get(ADMIN, "/imports/" + staged.id() + "/preview");
        assertThat(preview.body().path("newMembers").asInt()).as(preview.text()).isEqualTo(2);
        assertThat(preview.body().path("units").get(0).path("unitCode").asString())
                .isEqualTo(branchCode);
        assertThat(members()).isZero();

        var applied = confirm(staged.id());
        assertThat(applied.body().path("state").asString()).as(applied.text()).isEqualTo("APPLIED");
        assertThat(members()).isEqualTo(2);
        assertThat(confirm(staged.id()).status()).isEqualTo(200);
        assertThat(members()).isEqualTo(2);
        assertThat(eventsOf(branch)).isEqualTo(2);
        assertThat(loader.sql("select count(*) from org.import_row where import_id = ?::uuid")
                        .param(staged.id())
                        .query(Integer.class)
                        .single())
                .as("what was staged of persons is gone")
                .isZero();
    }

    @Test
    void aBrokenRowInTheLastLineLeavesNothingDone() {
        String rows = IntStream.range(0, 500).mapToObj(i -> row(branchCode)).collect(Collectors.joining("\n"));
        var staged = upload("members.csv", csv(rows, row("NO-SUCH-UNIT")));
        assertThat(staged.body().path("state").asString()).isEqualTo("INVALID");
        var errors = register.get(ADMIN, "/imports/" + staged.id() + "/errors");
        var error = errors.body().path("items").get(0);
        assertThat(error.path("row").asInt()).isEqualTo(502);
        assertThat(error.path("column").asString()).isEqualTo("unit_code");
        assertThat(error.path("code").asString()).isEqualTo("ORG-12");
        assertThat(confirm(staged.id()).status()).isEqualTo(409);
        assertThat(members()).isZero();
    }

    @Test
    void whatNobodyConfirmedIsTakenAwayInTime() {
        var staged = made(upload("members.csv", csv(row(branchCode))));
        loader.sql("update org.import set created_at = created_at - interval '31 days' where id = ?::uuid")
                .param(staged.id())
                .update();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> loader.sql("select count(*) from org.import_row where import_id = ?::uuid")
                                .param(staged.id())
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(register.get(ADMIN, "/imports/" + staged.id())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("PURGED");
        assertThat(confirm(staged.id()).status()).isEqualTo(409);
    }

    @Test
    void theSameFileTwiceIsAllDuplicates() {
        byte[] file = csv(row(branchCode), row(branchCode));
        confirm(upload("members.csv", file).id());
        var again = upload("members.csv", file);
        assertThat(again.body().path("state").asString()).isEqualTo("INVALID");
        assertThat(again.body().path("errorCount").asInt()).isEqualTo(2);
        assertThat(register.get(ADMIN, "/imports/" + again.id() + "/preview")
                        .body()
                        .path("duplicates")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void twoStagedFilesWithTheSamePersonCannotBothBeApplied() {
        byte[] file = csv(row(branchCode));
        var first = upload("members.csv", file);
        var second = upload("members.csv", file);
        assertThat(confirm(first.id()).status()).isEqualTo(200);
        assertThat(confirm(second.id()).status()).isEqualTo(409);
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void everyFaultOfARowIsTold() {
        String same = identifier();
        var staged = upload(
                "members.csv",
                csv(
                        "%s,,An,31/02/1980,X,123,,,yesterday,CHIEF,maybe".formatted(branchCode),
                        "%s,,Trần Thị Ví Dụ,1980-05-19,Nữ,%s,2001-02-03,,2000-01-01,Chính thức,"
                                .formatted(branchCode, same),
                        row(branchCode, same),
                        row(branchCode, same)));
        var errors = register.get(ADMIN, "/imports/" + staged.id() + "/errors")
                .body()
                .path("items");
        assertThat(errors.valueStream()
                        .map(e -> e.path("row").asInt() + " " + e.path("column").asString() + " "
                                + e.path("code").asString()))
                .contains(
                        "2 full_name unreadable",
                        "2 birth_date unreadable",
                        "2 gender unreadable",
                        "2 person_identifier unreadable",
                        "2 member_since unreadable",
                        "2 state unreadable",
                        "2 exempt unreadable",
                        "3 member_since ORG-16",
                        "5 person_identifier duplicate-in-file");
    }

    @Test
    void semicolonsAByteOrderMarkAndVietnameseWordsAreRead() {
        String file = "\ufeff" + HEADER.replace(',', ';') + "\r\n"
                + row(branchCode)
                        .replace("OFFICIAL", "Chính thức")
                        .replace("FEMALE", "Nữ")
                        .replace(',', ';') + "\r\n";
        var staged = upload("members.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(staged.body().path("state").asString()).as(staged.text()).isEqualTo("STAGED");
    }

    @Test
    void aWorkbookIsReadWithItsDays() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("members");
            List<String> names = List.of(HEADER.split(","));
            for (int i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
            }
            sheet.value(1, 0, branchCode);
            sheet.value(1, 2, "Nguyễn Văn Mẫu");
            sheet.value(1, 3, LocalDate.of(1980, 5, 19));
            sheet.style(1, 3).format("dd/mm/yyyy").set();
            sheet.value(1, 4, "Nam");
            sheet.value(1, 5, identifier());
            sheet.value(1, 8, "19/05/2012");
            sheet.value(1, 9, "OFFICIAL");
        }
        var staged = upload("members.xlsx", bytes.toByteArray());
        assertThat(staged.status()).as(staged.text()).isEqualTo(201);
        assertThat(staged.body().path("state").asString())
                .as(register.get(ADMIN, "/imports/" + staged.id() + "/errors").text())
                .isEqualTo("STAGED");
        confirm(staged.id());
        var member = register.get(ADMIN, "/members?unit=" + ward)
                .body()
                .path("items")
                .get(0);
        assertThat(member.path("birthDate").asString()).isEqualTo("1980-05-19");
    }

    @Test
    void whatCannotBeReadIsTold() {
        assertThat(upload("members.csv", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2})
                        .status())
                .isEqualTo(400);
        assertThat(upload("members.xlsx", "no zip at all".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(upload("members.pdf", new byte[] {1}).status()).isEqualTo(400);
        assertThat(upload("members.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("INVALID");
        assertThat(upload("members.csv", (HEADER + "\n").getBytes(StandardCharsets.UTF_8))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("INVALID");
        assertThat(upload("members.csv", csv("\"not closed")).status()).isIn(400, 201);
    }

    @Test
    void anotherWardsBranchesAndImportsAreNotThere() {
        String own = register.ward();
        String subject = register.account("ORGANISATION_OFFICER", own);
        assertThat(register.upload(subject, ward, "members.csv", csv(row(branchCode)))
                        .status())
                .isEqualTo(404);
        var foreign = register.upload(subject, own, "members.csv", csv(row(branchCode)));
        assertThat(foreign.body().path("state").asString()).isEqualTo("INVALID");
        var staged = upload("members.csv", csv(row(branchCode)));
        for (String path : List.of("", "/errors", "/preview")) {
            assertThat(register.get(subject, "/imports/" + staged.id() + path).status())
                    .isEqualTo(404);
        }
        assertThat(register.post(subject, "/imports/" + staged.id() + "/confirmation")
                        .status())
                .isEqualTo(404);
        assertThat(register.upload(register.account("SECRETARY", ward), ward, "m.csv", csv(row(branchCode)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aLargeFileTakesSecondsAndLittleMemory() {
        int rows = Integer.getInteger("tusoi.import.rows", 5_000);
        IntFunction<String> line = i -> row(branchCode);
        byte[] file = csv(IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n")));
        long start = System.nanoTime();
        var staged = upload("members.csv", file);
        long stagedAt = System.nanoTime();
        assertThat(staged.body().path("state").asString()).as(staged.text()).isEqualTo("STAGED");
        assertThat(confirm(staged.id()).body().path("state").asString()).isEqualTo("APPLIED");
        long appliedAt = System.nanoTime();
        System.out.printf(
                "import of %d rows (%d KiB): staged in %d ms, applied in %d ms%n",
                rows, file.length / 1024, (stagedAt - start) / 1_000_000, (appliedAt - stagedAt) / 1_000_000);
        assertThat(members()).isEqualTo(rows);
    }

    private Register.Answer upload(String name, byte[] content) {
        return register.upload(ADMIN, ward, name, content);
    }

    private Register.Answer confirm(String id) {
        return register.post(ADMIN, "/imports/" + id + "/confirmation");
    }

    private int members() {
        return loader.sql("select count(*) from org.member where unit_id = ?::uuid")
                .param(branch)
                .query(Integer.class)
                .single();
    }

    private int eventsOf(String unit) {
        return loader.sql("""
                        select count(*) from platform.outbox o join org.member m on m.id = o.aggregate_id
                        where m.unit_id = ?::uuid and o.type = 'org.member-registered.v1' and o.version = 1
                        """).param(unit).query(Integer.class).single();
    }

    private static byte[] csv(String... rows) {
        return (HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String unitCode) {
        return row(unitCode, identifier());
    }

    private static String row(String unitCode, String identifier) {
        return unitCode + ",,Trần Thị Ví Dụ,1980-05-19,FEMALE," + identifier
                + ",2001-02-03,2002-02-03,2012-05-19,OFFICIAL,false";
    }
}
