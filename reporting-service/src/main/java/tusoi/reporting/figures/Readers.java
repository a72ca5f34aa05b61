package tusoi.reporting.figures;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tusoi.scope.Right;

/**
 * Who reads facts one by one, and by which right. A figure sums whatever its tree says; a fact by itself is told only to whom its unit
 * of record is open today: a unit that has gone elsewhere since takes its people's facts with it, whatever tree is asked for.
 */
record Readers(UUID account, Right right) {
    Condition mayRead(Field<UUID> unit) {
        return DSL.condition("{0} in (select scope.covered({1}, {2}))", unit, DSL.val(account), DSL.val(right.name()));
    }
}
