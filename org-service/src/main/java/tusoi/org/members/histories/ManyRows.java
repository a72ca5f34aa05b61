package tusoi.org.members.histories;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells row policies that the running transaction enters many rows in a statement: they ask once for all units in scope then, where
 * otherwise they ask for each row's own. It makes no difference to what may be entered.
 */
public final class ManyRows {
    private ManyRows() {}

    /** Until the transaction ends. */
    public static void ahead(JdbcClient jdbc) {
        jdbc.sql("select set_config('tusoi.rows', 'many', true)")
                .query(String.class)
                .single();
    }
}
