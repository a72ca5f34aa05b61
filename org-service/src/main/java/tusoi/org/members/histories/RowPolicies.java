package tusoi.org.members.histories;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells row policies how many rows the running transaction looks at in a statement: of few they ask for each row's own unit, of many
 * once for all units in scope. It makes no difference to what may be read or written.
 */
public final class RowPolicies {
    private RowPolicies() {}

    /** Thousands, until the transaction ends. */
    public static void forMany(JdbcClient jdbc) {
        jdbc.sql("select set_config('tusoi.rows', 'many', true)")
                .query(String.class)
                .single();
    }

    /** One member's, until the transaction ends; unless it has others on its way. */
    static void forFew(JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('tusoi.rows',
                            case current_setting('tusoi.rows', true) when 'many' then 'many' else 'few' end, true)
                        """).query(String.class).single();
    }
}
