package tusoi.discipline.members;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleViolation;
import tusoi.scope.Units;

/** Which bodies may vote and decide about a unit and its members: those on the way from the root to it. */
@Component
public class Superiors {
    private final Units units;
    private final JdbcClient jdbc;

    Superiors(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * Refuses by the rule a body that is neither the unit nor above it on the day. For a unit that has ended by then, those count
     * that stood above it when the procedure began and those that answer for it now.
     */
    public void mustHave(Rule rule, UnitId unit, UnitId body, LocalDate on, LocalDate begun) {
        boolean superior =
                stands(unit, on) ? isAbove(unit, body, on) : isAbove(unit, body, begun) || answers(unit, body);
        if (!superior) {
            throw new RuleViolation(
                    rule,
                    "The body is neither the subject's unit nor above it on " + on,
                    Map.of("on", on.toString(), "body", body.value().toString()));
        }
    }

    private boolean stands(UnitId unit, LocalDate on) {
        return units.find(unit.value(), on, null).isPresent();
    }

    private boolean isAbove(UnitId unit, UnitId body, LocalDate on) {
        return units.path(unit.value(), on, null).stream()
                .anyMatch(above -> above.id().equals(body.value()));
    }

    private boolean answers(UnitId unit, UnitId body) {
        return jdbc.sql("select :body in (select scope.holders_of(:unit))")
                .param("body", body.value())
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
    }
}
