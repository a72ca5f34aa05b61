package tusoi.org.units;

import java.time.LocalDate;
import tusoi.org.units.domain.DecisionBasis;

/** A decision as other slices hand it over: its number, the deciding body, when it was signed and from which day it works. */
public record DecisionText(String number, String body, LocalDate signedOn, LocalDate effectiveOn) {
    DecisionBasis basis() {
        return new DecisionBasis(number, body, signedOn, effectiveOn);
    }
}
