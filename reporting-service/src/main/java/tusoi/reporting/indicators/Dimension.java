package tusoi.reporting.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a figure may be broken down. */
public enum Dimension {
    UNIT("Đơn vị trực thuộc", "Child unit"),
    LEVEL("Cấp", "Level"),
    PARENT_LEVEL("Cấp của đơn vị cấp trên trực tiếp", "Level of the direct superior"),
    KIND("Loại hình", "Kind"),
    FORM("Hình thức", "Form"),
    YEAR("Năm", "Year"),
    GRADE("Mức xếp loại", "Grade"),
    STATE("Trạng thái đảng viên", "Member's state"),
    ACTIVITY("Miễn hoặc đình chỉ sinh hoạt", "Exempt or suspended"),
    SUBJECT_TYPE("Loại đối tượng", "Subject type"),
    REASON("Lý do", "Reason"),
    GROUND("Căn cứ", "Ground"),
    CONTENT("Nội dung vi phạm", "Content of the violation"),
    DECIDER_LEVEL("Cấp quyết định", "Deciding level"),
    STATUS("Tình trạng tham dự", "Attendance"),
    POSTS("Các chức vụ cùng giữ", "Posts held together"),
    TARGET("Chỉ tiêu và đơn vị tính", "Target and measure"),
    MAIN("Chỉ tiêu chủ yếu", "Chief target");

    private final String vietnamese;
    private final String english;

    Dimension(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** As it stands in requests and answers: {@code parent-level}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text text() {
        return new Text(vietnamese, english);
    }

    /** Told by the unit a fact is placed in, so that every fact has it and every denominator shares it. */
    public boolean isOfUnit() {
        return switch (this) {
            case UNIT, LEVEL, PARENT_LEVEL -> true;
            default -> false;
        };
    }

    public static Optional<Dimension> byCode(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code().equals(code))
                .findFirst();
    }
}
