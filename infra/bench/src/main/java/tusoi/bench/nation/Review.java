package tusoi.bench.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A member's review of a year, with its grade, which of a hundred once is corrected later. */
record Review(UUID id, UUID member, int year, UUID home, LocalDate decided, List<Grade> grades) {
    private static final int OF_100_CORRECTED = 1;

    /** A branch's minutes are entered in one go. */
    record Grade(String grade, LocalDate decided, Instant recordedAt) {}

    static Review of(Size size, int member, int branch, int year, UUID home) {
        long number = (long) (year - Nation.FIRST_YEAR) * size.members() + member;
        LocalDate decided = LocalDate.of(year, 12, 1).plusDays(Dice.roll("decided" + year, branch, 25));
        List<Grade> grades = new ArrayList<>();
        grades.add(new Grade(grade("grade", number), decided, at(decided, 4, branch)));
        if (Dice.roll("corrected", number, 100) < OF_100_CORRECTED) {
            LocalDate revised = decided.plusDays(10 + Dice.roll("revised", number, 200));
            grades.add(new Grade(grade("revision", number), revised, at(revised, 5, branch)));
        }
        return new Review(Ids.REVIEW.of(number), Ids.MEMBER.of(member), year, home, decided, grades);
    }

    /** As many as grades: each is a version. */
    int versions() {
        return grades.size();
    }

    Instant recordedFrom(int version) {
        return grades.get(version - 1).recordedAt();
    }

    Instant recordedTo(int version) {
        return version < grades.size() ? grades.get(version).recordedAt() : Instant.MAX;
    }

    LocalDate selfReviewed() {
        return decided.minusDays(5);
    }

    String type(int version) {
        return version == 1 ? "review.grade-decided.v1" : "review.grade-revised.v1";
    }

    private static String grade(String about, long number) {
        int chance = Dice.roll(about, number, 100);
        return chance < 15 ? "EXCELLENT" : chance < 85 ? "GOOD" : chance < 98 ? "COMPLETED" : "NOT_COMPLETED";
    }

    private static Instant at(LocalDate day, int hour, int branch) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC).plusMillis(branch * 17L);
    }
}
