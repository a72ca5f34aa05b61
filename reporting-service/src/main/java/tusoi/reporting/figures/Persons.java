package tusoi.reporting.figures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be minded of persons in a question; where nothing has, the statement is the simpler one.
 *
 * @param moved a reorganisation moved somebody between the days that the facts are of and the day of the tree
 * @param joined entries of one person have been joined
 * @param alone whose ways alone are looked at; null where everybody's are
 */
record Persons(boolean moved, boolean joined, @Nullable List<UUID> alone) {
    static final Persons PLAIN = new Persons(false, false, null);

    Persons of(List<UUID> few) {
        return new Persons(moved, joined, few);
    }
}
