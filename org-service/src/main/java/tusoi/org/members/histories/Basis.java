package tusoi.org.members.histories;

import java.time.LocalDate;

/** A decision as written down with a change. */
public record Basis(String number, String body, LocalDate signedOn) {}
