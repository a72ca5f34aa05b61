package tusoi.org.units.domain;

import java.time.LocalDate;

/** The decision a change rests on: its number, the deciding body, when it was signed and from which day it works. */
public record DecisionBasis(String number, String body, LocalDate signedOn, LocalDate effectiveOn) {}
