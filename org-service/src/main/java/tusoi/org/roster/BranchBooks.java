package tusoi.org.roster;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/**
 * Who reads and who keeps a unit's books: meetings, studies, working rules, dues. Reading takes the right to read its members;
 * keeping them is a right of its own, which its secretary has without writing members or deciding reviews.
 */
@Component
public class BranchBooks {
    private final Scope scope;

    BranchBooks(Scope scope) {
        this.scope = scope;
    }

    /** 404 out of scope, 403 where the role reads no members there. */
    public void requireRead(UUID unit) {
        scope.require(Right.MEMBER_READ, unit);
    }

    /** 404 out of scope, 403 where the role keeps no books there. */
    public void requireKeep(UUID unit) {
        scope.require(Right.BRANCH_WRITE, unit);
    }

    public UUID account() {
        return scope.account();
    }
}
