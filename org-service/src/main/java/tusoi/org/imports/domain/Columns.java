package tusoi.org.imports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of a file of members: where each stands, by the names in its first row. */
public record Columns(List<String> names) {
    public static final String UNIT_CODE = "unit_code";
    public static final String MEMBER_REF = "member_ref";
    public static final String FULL_NAME = "full_name";
    public static final String BIRTH_DATE = "birth_date";
    public static final String GENDER = "gender";
    public static final String PERSON_IDENTIFIER = "person_identifier";
    public static final String ADMITTED_ON = "admitted_on";
    public static final String RECOGNISED_ON = "recognised_on";
    public static final String MEMBER_SINCE = "member_since";
    public static final String STATE = "state";
    public static final String EXEMPT = "exempt";

    /** More are no file of members. */
    public static final int MOST = 64;

    private static final Set<String> WANTED =
            Set.of(UNIT_CODE, FULL_NAME, BIRTH_DATE, GENDER, PERSON_IDENTIFIER, MEMBER_SINCE, STATE);
    private static final Set<String> POSSIBLE = Set.of(
            UNIT_CODE,
            MEMBER_REF,
            FULL_NAME,
            BIRTH_DATE,
            GENDER,
            PERSON_IDENTIFIER,
            ADMITTED_ON,
            RECOGNISED_ON,
            MEMBER_SINCE,
            STATE,
            EXEMPT);

    public Columns {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Missing, unknown and repeated columns, as errors of row 1. */
    public List<RowError> errors() {
        List<RowError> errors = new ArrayList<>();
        for (String wanted : WANTED.stream().sorted().toList()) {
            if (!names.contains(wanted)) {
                errors.add(new RowError(1, wanted, "missing-column", "The file has no column " + wanted, null));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!POSSIBLE.contains(name)) {
                errors.add(new RowError(1, name, "unknown-column", "No such column is known", name));
            } else if (names.indexOf(name) != i) {
                errors.add(new RowError(1, name, "repeated-column", "The column stands there twice", name));
            }
        }
        return errors;
    }
}
