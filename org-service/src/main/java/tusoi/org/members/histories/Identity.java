package tusoi.org.members.histories;

import java.time.LocalDate;

/** Who somebody is, as entered. */
public record Identity(String fullName, LocalDate birthDate, String gender, String personIdentifier) {}
