package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.List;

/** Shares grades out so that their numbers follow from the size of the group: under the cap, and so many below GOOD. */
final class Grades {
    private static final int EXCELLENT_OF_A_HUNDRED = 12;

    private Grades() {}

    /** One for each member, EXCELLENT last, as a meeting that minds the cap would enter them. */
    static List<String> ofMembers(int count, int lowerOfAHundred) {
        int lower = count * lowerOfAHundred / 100;
        int notCompleted = lower / 5;
        int excellent = count * EXCELLENT_OF_A_HUNDRED / 100;
        List<String> grades = new ArrayList<>();
        add(grades, "NOT_COMPLETED", notCompleted);
        add(grades, "COMPLETED", lower - notCompleted);
        add(grades, "GOOD", count - lower - excellent);
        add(grades, "EXCELLENT", excellent);
        return grades;
    }

    private static void add(List<String> grades, String grade, int count) {
        for (int i = 0; i < count; i++) {
            grades.add(grade);
        }
    }
}
