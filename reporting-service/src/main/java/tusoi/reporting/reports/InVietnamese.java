package tusoi.reporting.reports;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tusoi.platform.time.BusinessDays;
import tusoi.reporting.reports.ReportView.CellView;
import tusoi.reporting.reports.ReportView.CheckView;
import tusoi.reporting.reports.ReportView.ColumnView;
import tusoi.reporting.reports.ReportView.RowView;

/** A report's words, numbers and days as they stand on paper in Viet Nam. */
public final class InVietnamese {
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");

    private InVietnamese() {}

    public static String name(RowView row) {
        return switch (row.kind()) {
            case "total" -> "Tổng cộng";
            case "unplaced" -> "Không xếp được vào cây tổ chức";
            default -> String.valueOf(row.label() == null ? row.key() : row.label());
        };
    }

    public static String title(ColumnView column) {
        String part =
                column.partTitle() == null ? "" : ": " + column.partTitle().vi();
        String what =
                switch (column.show()) {
                    case "out-of" -> " (trên tổng số)";
                    case "percent" -> " (%)";
                    default -> "";
                };
        return column.title().vi() + part + what;
    }

    /** A number with its separators, a percent with two digits; blank where it is absent. */
    public static String shown(CellView cell, ColumnView column) {
        BigDecimal value = cell.value();
        return value == null ? "" : number(value, column.show().equals("percent"));
    }

    /** @param isRatio whether it is shown in percent */
    public static String number(BigDecimal value, boolean isRatio) {
        NumberFormat format = NumberFormat.getNumberInstance(VIETNAMESE);
        if (!isRatio) {
            return format.format(value);
        }
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value.movePointRight(2));
    }

    /** Why a cell has no number, in a word or two. */
    public static String absent(CellView cell) {
        String reason = cell.absent() == null ? "…" : cell.absent();
        return switch (reason.replaceAll(":.*", "")) {
            case "restricted" -> "hạn chế";
            case "not-told" -> "không tính";
            case "denominator-is-zero" -> "mẫu số 0";
            case "no-denominator", "no-single-opening-day" -> "không có mẫu số";
            case "no-cycle" -> "chưa có đợt";
            case "no-single-target" -> "không phải một chỉ tiêu";
            case "no-target" -> "chưa giao chỉ tiêu";
            case "not-decided" -> "chưa xếp loại";
            case "unit-not-in-tree" -> "chưa có tổ chức";
            default -> reason;
        };
    }

    /** What a check found. */
    public static String told(CheckView check) {
        if (check.holds()) {
            return "đúng ở " + check.rows() + " dòng";
        }
        return check.rows() == 0 ? "không có dòng nào để đối chiếu" : "KHÔNG khớp";
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(BusinessDays.ZONE));
    }

    /** The rule profiles that decided. */
    public static String profiles(ReportView report) {
        List<String> profiles = report.columns().stream()
                .map(ColumnView::profile)
                .filter(InVietnamese::isGiven)
                .map(String::valueOf)
                .distinct()
                .toList();
        return profiles.isEmpty() ? "–" : String.join(", ", profiles);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
