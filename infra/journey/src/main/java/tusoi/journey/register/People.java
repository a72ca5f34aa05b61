package tusoi.journey.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Makes persons up, from common syllables. */
final class People {
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
            "Lý", "Lâm", "Đoàn", "Trịnh", "Mai", "Đinh");
    private static final List<String> MIDDLE_OF_MEN =
            List.of("Văn", "Hữu", "Minh", "Quốc", "Thanh", "Đức", "Công", "Hoàng", "Tấn", "Ngọc");
    private static final List<String> MIDDLE_OF_WOMEN =
            List.of("Thị", "Ngọc", "Thu", "Kim", "Mỹ", "Hồng", "Thanh", "Bích", "Tuyết", "Cẩm");
    private static final List<String> GIVEN_OF_MEN = List.of(
            "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hòa", "Hùng", "Khang", "Lâm", "Long", "Nam", "Nghĩa",
            "Phúc", "Quang", "Sơn", "Tài", "Thành", "Trung", "Tuấn", "Vinh");
    private static final List<String> GIVEN_OF_WOMEN = List.of(
            "Ánh", "Châu", "Dung", "Hà", "Hạnh", "Hiền", "Hoa", "Huệ", "Hương", "Lan", "Liên", "Loan", "Mai", "Ngân",
            "Nhung", "Oanh", "Phượng", "Thảo", "Thủy", "Trang", "Tuyền", "Yến");
    private static final int YOUNGEST_YEARS = 19;
    private static final int SPREAD_YEARS = 22;

    private final Random random;
    private final String series;
    private int made;

    /** @param series one digit, so that two generators never give the same identifier */
    People(Random random, String series) {
        this.random = random;
        this.series = series;
    }

    /** Somebody who was between 19 and 41 on the day of admission. */
    DemoMember.Person admittedOn(LocalDate day) {
        boolean woman = random.nextInt(100) < 38;
        String name = woman
                ? one(FAMILY) + " " + one(MIDDLE_OF_WOMEN) + " " + one(GIVEN_OF_WOMEN)
                : one(FAMILY) + " " + one(MIDDLE_OF_MEN) + " " + one(GIVEN_OF_MEN);
        LocalDate birth =
                day.minusYears(YOUNGEST_YEARS + random.nextInt(SPREAD_YEARS)).minusDays(random.nextInt(360));
        made++;
        return new DemoMember.Person(name, birth, woman ? "FEMALE" : "MALE", "999%s%08d".formatted(series, made));
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
