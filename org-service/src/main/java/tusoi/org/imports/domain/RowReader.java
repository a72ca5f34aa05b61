package tusoi.org.imports.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tusoi.org.text.Texts;
import tusoi.platform.web.KeptText;

/** Reads the cells of one row; every fault is collected, not only the first. */
public final class RowReader {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VIETNAMESE_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern IDENTIFIER = Pattern.compile("\\d{12}");
    private static final Map<String, String> GENDERS =
            Map.of("male", "MALE", "nam", "MALE", "female", "FEMALE", "nu", "FEMALE");
    private static final Map<String, String> STATES = Map.of(
            "probationary", "PROBATIONARY", "du bi", "PROBATIONARY", "official", "OFFICIAL", "chinh thuc", "OFFICIAL");
    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "1", true, "x", true, "co", true, "false", false, "0", false, "khong", false);
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private final int row;
    private final Columns columns;
    private final List<String> cells;
    private final List<RowError> errors = new ArrayList<>();

    private RowReader(int row, Columns columns, List<String> cells) {
        this.row = row;
        this.columns = columns;
        this.cells = cells;
    }

    /** The row, or what is wrong with it. */
    public record Result(@Nullable ImportRow row, List<RowError> errors) {}

    public static Result read(int row, Columns columns, List<String> cells) {
        return new RowReader(row, columns, cells).read();
    }

    private Result read() {
        String unit = required(Columns.UNIT_CODE, 64, Optional::of, "");
        String name = required(Columns.FULL_NAME, 200, RowReader::fullName, "A full name has two words at least");
        LocalDate birth = required(Columns.BIRTH_DATE, 20, RowReader::day, "Not a day: write 1980-05-19 or 19/05/1980");
        String gender = required(Columns.GENDER, 20, text -> coded(GENDERS, text), "Write MALE or FEMALE, Nam or Nữ");
        String identifier = required(
                Columns.PERSON_IDENTIFIER, 20, RowReader::identifier, "Twelve digits; format the column as text");
        LocalDate admitted = optional(Columns.ADMITTED_ON, RowReader::day, "Not a day");
        LocalDate recognised = optional(Columns.RECOGNISED_ON, RowReader::day, "Not a day");
        LocalDate since = required(Columns.MEMBER_SINCE, 20, RowReader::day, "Not a day");
        String state = required(
                Columns.STATE, 20, text -> coded(STATES, text), "Write OFFICIAL or PROBATIONARY, Chính thức or Dự bị");
        Boolean exempt = optional(Columns.EXEMPT, text -> coded(FLAGS, text), "Write true or false");
        String reference =
                optional(Columns.MEMBER_REF, text -> Optional.of(text).filter(t -> t.length() <= 64), "Too long");
        if (!errors.isEmpty() || unit == null || name == null || birth == null || gender == null) {
            return new Result(null, errors);
        }
        return new Result(
                new ImportRow(
                        row,
                        unit,
                        reference,
                        name,
                        birth,
                        gender,
                        Objects.requireNonNull(identifier),
                        admitted,
                        recognised,
                        Objects.requireNonNull(since),
                        Objects.requireNonNull(state),
                        exempt != null && exempt),
                List.of());
    }

    private <T> @Nullable T required(String column, int length, Function<String, Optional<T>> read, String fault) {
        String text = cell(column);
        if (text.isEmpty()) {
            errors.add(new RowError(row, column, "required", "Nothing stands there", null));
            return null;
        }
        if (text.length() > length) {
            errors.add(new RowError(row, column, "too-long", "At most " + length + " characters", shown(column, text)));
            return null;
        }
        return readable(column, text, read, fault);
    }

    private <T> @Nullable T optional(String column, Function<String, Optional<T>> read, String fault) {
        String text = cell(column);
        return text.isEmpty() ? null : readable(column, text, read, fault);
    }

    private <T> @Nullable T readable(String column, String text, Function<String, Optional<T>> read, String fault) {
        if (!KeptText.isKept(text)) {
            errors.add(new RowError(
                    row, column, "unreadable", "It has characters that cannot be kept", shown(column, text)));
            return null;
        }
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            errors.add(new RowError(row, column, "unreadable", fault, shown(column, text)));
        }
        return value.orElse(null);
    }

    private String cell(String column) {
        int index = columns.names().indexOf(column);
        return index < 0 || index >= cells.size() ? "" : Texts.clean(cells.get(index));
    }

    private static String shown(String column, String text) {
        boolean secret = column.equals(Columns.PERSON_IDENTIFIER);
        return secret ? "…" + text.substring(Math.max(0, text.length() - 3)) : text;
    }

    private static Optional<String> fullName(String text) {
        return Optional.of(text).filter(name -> name.contains(" "));
    }

    private static Optional<String> identifier(String text) {
        return Optional.of(text).filter(digits -> IDENTIFIER.matcher(digits).matches());
    }

    private static <T> Optional<T> coded(Map<String, T> codes, String text) {
        return Optional.ofNullable(codes.get(Texts.fold(text)));
    }

    private static Optional<LocalDate> day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher vietnamese = VIETNAMESE_DAY.matcher(text);
        return vietnamese.matches()
                ? day(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(read -> read.getYear() >= EARLIEST_YEAR && read.getYear() <= LATEST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
