package tusoi.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself keeps from an account, whatever a query forgets. */
class RowSecurityTest extends SliceTest {
    @Autowired
    private DataSource app;

    private UUID member = UUID.randomUUID();
    private String inside = "";
    private String outside = "";

    @BeforeEach
    void aMemberWithAPostAndAName() {
        Register register = register();
        UUID district = register.organisation("DISTRICT", null);
        UUID ward = register.organisation("GRASSROOTS", district);
        member = register.member(ward);
        register.received(
                "org.post-held.v1",
                UUID.randomUUID(),
                1,
                json.valueToTree(Map.of(
                        "postHoldingId",
                        UUID.randomUUID(),
                        "memberId",
                        member,
                        "unitId",
                        ward,
                        "post",
                        "SECRETARY",
                        "external",
                        false,
                        "validFrom",
                        "2020-01-01",
                        "mode",
                        "ELECTED")));
        inside = register.officer("INSPECTION_OFFICER", ward);
        outside = register.officer("INSPECTION_OFFICER", register.organisation("GRASSROOTS", district));
        register.arrives();
        jdbc.sql("insert into discipline.member_name values (:member, 'Thử Nghiệm')")
                .param("member", member)
                .update();
    }

    @Test
    void everyTableHasIt() {
        List<String> open = jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'discipline' and c.relkind in ('r', 'p') and not c.relrowsecurity
                        """).query(String.class).list();
        assertThat(open).containsExactly("migration_history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member_slice", "member_name", "post_holding"})
    void theCopyOfTheRegisterIsForThoseWhoCoverTheMember(String table) {
        assertThat(rows(inside, table)).isEqualTo(1);
        assertThat(rows(outside, table)).isZero();
    }

    private long rows(String subject, String table) {
        Long count = new TransactionTemplate(new DataSourceTransactionManager(app)).execute(transaction -> {
            JdbcClient asApp = JdbcClient.create(app);
            asApp.sql("select set_config('tusoi.account', :account, true)")
                    .param("account", Register.accountOf(subject).toString())
                    .query(String.class)
                    .single();
            return asApp.sql("select count(*) from discipline." + table + " where member_id = :member")
                    .param("member", member)
                    .query(Long.class)
                    .single();
        });
        return count == null ? 0 : count;
    }
}
