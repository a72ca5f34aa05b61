package tusoi.org.reorganisations;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Who may reorganise: whoever may change every unit that is named, and the members in them. */
@Component
class Reach {
    private final Scope scope;

    Reach(Scope scope) {
        this.scope = scope;
    }

    UUID account() {
        return scope.account();
    }

    /** 404 where one of them is out of scope, 403 where a right is missing. */
    void require(List<UnitId> units) {
        for (UnitId unit : units) {
            scope.require(Right.UNIT_WRITE, unit.value());
            scope.require(Right.MEMBER_WRITE, unit.value());
        }
    }
}
