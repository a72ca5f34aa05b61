package tusoi.org.reads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.reads.PersonalRead.Of;

/** At which units something is read. */
@Component
@Transactional(readOnly = true)
class ReadPlaces {
    /** The unit that keeps it, as far as the caller sees it. */
    private static final Map<Of, String> KEPT_AT = Map.of(
            Of.UNIT, "select id from org.unit where id = ?",
            Of.MEMBER, "select unit_id from org.member where id = ?",
            Of.ACCOUNT, "select unit_id from org.account where id = ?",
            Of.PROSPECT, "select unit_id from org.prospect where id = ?",
            Of.MEETING, "select unit_id from org.meeting where id = ?",
            Of.STUDY, "select unit_id from org.study_session where id = ?",
            Of.ATTENDANCE_ITEM,
                    "select unit_id from org.attendance_item_version where id = ? and recorded_to = 'infinity'",
            Of.WORKING_RULES, "select unit_id from org.working_rules_version where id = ? and recorded_to = 'infinity'",
            Of.IMPORT, "select unit_id from org.import where id = ?",
            Of.REORGANISATION, "select unit_id from org.reorganisation where id = ?");
    /** Of a transfer, the side that the caller answers for; where it is both, the sending one. */
    private static final String OF_TRANSFER = """
            select u from org.transfer t cross join lateral (values (1, t.from_unit_id), (2, t.to_unit_id)) as s (n, u)
            where t.id = ? and u in (select scope.covered_units()) order by n limit 1
            """;

    private final JdbcClient jdbc;

    ReadPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> of(Of what, UUID id) {
        return jdbc.sql(KEPT_AT.getOrDefault(what, OF_TRANSFER))
                .param(id)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** By id or code, as requests name units. */
    Optional<UUID> named(String idOrCode) {
        return jdbc.sql("""
                        select id from org.unit where id::text = lower(:named) or (lower(code) = lower(:named) and not void) limit 1
                        """)
                .param("named", idOrCode.strip())
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The units of the caller's grants of today: a list without a unit is of everything under them. */
    List<UUID> answeredFor(UUID account) {
        return jdbc.sql("select distinct unit_id from scope.grants_of(?) order by 1")
                .param(account)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
