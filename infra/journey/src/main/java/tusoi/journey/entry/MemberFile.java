package tusoi.journey.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tusoi.journey.register.DemoMember;

/** Members as a file to import: CSV, or a workbook. */
final class MemberFile {
    private static final List<String> COLUMNS = List.of(
            "unit_code",
            "member_ref",
            "full_name",
            "birth_date",
            "gender",
            "person_identifier",
            "admitted_on",
            "recognised_on",
            "member_since",
            "state",
            "exempt");

    private MemberFile() {}

    static byte[] csv(List<DemoMember> members) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", COLUMNS));
        members.forEach(member -> lines.add(String.join(",", row(member))));
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(List<DemoMember> members) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Tusoi", "1.0")) {
            Worksheet sheet = book.newWorksheet("dang-vien");
            write(sheet, 0, COLUMNS);
            for (int i = 0; i < members.size(); i++) {
                write(sheet, i + 1, row(members.get(i)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private static List<String> row(DemoMember member) {
        return List.of(
                member.unit(),
                member.reference(),
                member.person().fullName(),
                member.person().birthDate().toString(),
                member.person().gender(),
                member.person().identifier(),
                member.admittedOn().toString(),
                String.valueOf(member.recognisedOn()),
                member.memberSince().toString(),
                "OFFICIAL",
                Boolean.toString(member.exempt()));
    }
}
