package tusoi.platform.inbox;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done about letters, in order; within a transaction. */
interface LetterTrail {
    /** Of a rebuild beside: what it meets is no news. */
    LetterTrail NONE = new LetterTrail() {
        @Override
        public void add(UUID letter, LetterAction action, Told told) {}

        @Override
        public void answered(UUID letter) {}

        @Override
        public void answeredIfSent(UUID letter) {}
    };

    /**
     * @param account who asked for it
     * @param service where it was asked for
     * @param text the operator's reason, or why it could not be taken
     */
    record Told(
            @Nullable UUID account,
            @Nullable String service,
            @Nullable String text) {}

    void add(UUID letter, LetterAction action, Told told);

    /** What was asked for is done. */
    void answered(UUID letter);

    /** The mend that was asked for here came back and would not do; not what was asked for since, and waits its turn. */
    void answeredIfSent(UUID letter);

    static LetterTrail in(JdbcClient jdbc) {
        return new LetterTrail() {
            @Override
            public void add(UUID letter, LetterAction action, Told told) {
                lock(jdbc, letter);
                jdbc.sql("""
                                insert into platform.dead_letter_step (letter_id, number, action, account_id, service, told)
                                select :letter, coalesce(max(number), 1) + 1, :action, cast(:account as uuid),
                                       cast(:service as text), cast(:text as text)
                                  from platform.dead_letter_step where letter_id = :letter
                                """)
                        .param("letter", letter)
                        .param("action", action.name())
                        .param("account", told.account(), Types.OTHER)
                        .param("service", told.service(), Types.VARCHAR)
                        .param("text", told.text(), Types.VARCHAR)
                        .update();
            }

            @Override
            public void answered(UUID letter) {
                jdbc.sql("delete from platform.dead_letter_asked where letter_id = ?")
                        .param(letter)
                        .update();
            }

            @Override
            public void answeredIfSent(UUID letter) {
                jdbc.sql("delete from platform.dead_letter_asked where letter_id = ? and sent_at is not null")
                        .param(letter)
                        .update();
            }
        };
    }

    /** Whoever has it is the only one to do something about the letter, to the end of the transaction. */
    static void lock(JdbcClient jdbc, UUID letter) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('dead letter ' || ?::text, 0))")
                .param(letter)
                .query((row, number) -> true)
                .list();
    }
}
