package tusoi.reporting.published;

import java.util.regex.Pattern;
import tusoi.platform.problems.ProblemException;

/**
 * Why a report is corrected is signed with it and stays in every copy for ever: nothing that tells of a person can be taken out again.
 * A name can't be told from other words; a number by which somebody is found can.
 */
final class ReasonText {
    /** Digits that are of no person: ids of reports, days, spans of years, amounts with their separators. */
    private static final Pattern OF_NOBODY = Pattern.compile("(?i)\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
            + "|\\b\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]+Z?)?\\b"
            + "|\\b\\d{1,2}([./-])\\d{1,2}\\1\\d{4}\\b"
            + "|\\b(?:19|20)\\d{2}(?:[ –-]+(?:19|20)\\d{2})+\\b"
            + "|(?<![.\\d])[1-9]\\d{0,2}(?:\\.\\d{3})+(?![.\\d])");

    /** A citizen's identifier has twelve digits (or nine), a party card eight, a telephone number nine to eleven. */
    private static final Pattern OF_SOMEBODY = Pattern.compile("\\d(?:[ .-]{0,3}\\d){7,}");

    private ReasonText() {}

    /** A 422 problem where it holds a number of eight digits or more that looks like a person's. */
    static String checked(String reason) {
        String text = reason.strip();
        if (OF_SOMEBODY.matcher(OF_NOBODY.matcher(text).replaceAll("·")).find()) {
            throw new ProblemException(
                    422,
                    "reason-tells-of-a-person",
                    "It holds what looks like a person's identifier, party card or telephone number",
                    "reason",
                    "Say what was wrong without telling of whom: it is signed, and can never be taken out again");
        }
        return text;
    }
}
