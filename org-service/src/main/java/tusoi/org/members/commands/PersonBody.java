package tusoi.org.members.commands;

import java.time.LocalDate;
import tusoi.org.members.histories.Identity;
import tusoi.org.text.Texts;
import tusoi.platform.problems.ProblemException;

/** Who somebody is, as sent; the formats are checked where a body is read. */
public final class PersonBody {
    public static final String GENDER = "MALE|FEMALE";
    public static final String IDENTIFIER = "[0-9]{12}";

    private PersonBody() {}

    /** 400 where the name is one word. */
    public static Identity identity(String fullName, LocalDate birthDate, String gender, String personIdentifier) {
        String name = Texts.clean(fullName);
        if (!name.contains(" ")) {
            throw ProblemException.unreadable("fullName", "A full name has two words at least", "Write it in full");
        }
        return new Identity(name, birthDate, gender, personIdentifier);
    }
}
