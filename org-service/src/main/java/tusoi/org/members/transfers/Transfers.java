package tusoi.org.members.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.transfers.domain.Transfer;
import tusoi.org.members.transfers.domain.TransferState;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.Warning;

/** Transfers as rows, seen by both sides. */
@Repository
class Transfers {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Transfers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(Transfer transfer, long version, Instant recordedAt) {}

    /** One that crosses the border of the register: a side is missing, and it is done. */
    record Crossing(
            UUID id,
            MemberId member,
            @Nullable UnitId from,
            @Nullable UnitId to,
            String outside,
            LocalDate on) {}

    private record Answered(String rule, String detail, String reason) {}

    Optional<Stored> lock(UUID id) {
        return jdbc.sql("""
                        select * from org.transfer where id = ? and from_unit_id is not null and to_unit_id is not null for update
                        """).param(id).query((row, n) -> stored(row)).optional();
    }

    Optional<MemberId> memberOf(UUID id) {
        return jdbc.sql("select member_id from org.transfer where id = ?")
                .param(id)
                .query((row, n) -> new MemberId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** ORG-61 where another one of the member is open. */
    void add(Transfer transfer, Object decision, Instant recordedAt) {
        try {
            jdbc.sql("""
                            insert into org.transfer
                                (id, member_id, from_unit_id, to_unit_id, requested_on, decision, state, version, recorded_at)
                            values (?, ?, ?, ?, ?, ?::jsonb, ?, 1, ?)
                            """)
                    .params(
                            transfer.id(),
                            transfer.member().value(),
                            transfer.from().value(),
                            transfer.to().value(),
                            transfer.requestedOn(),
                            json.writeValueAsString(decision),
                            transfer.state().name(),
                            at(recordedAt))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RuleViolation(MemberRules.ORG_61, "Another transfer of the member is open", Map.of());
        }
        keepVersion(transfer.id(), recordedAt);
    }

    void add(Crossing crossing, Object decision, Instant recordedAt) {
        UnitId from = crossing.from();
        UnitId to = crossing.to();
        jdbc.sql("""
                        insert into org.transfer
                            (id, member_id, from_unit_id, to_unit_id, outside, requested_on, closed_on, decision, state, version,
                             recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'ACCEPTED', 1, ?)
                        """)
                .params(Arrays.asList(
                        crossing.id(),
                        crossing.member().value(),
                        from == null ? null : from.value(),
                        to == null ? null : to.value(),
                        crossing.outside(),
                        crossing.on(),
                        crossing.on(),
                        json.writeValueAsString(decision),
                        at(recordedAt)))
                .update();
        keepVersion(crossing.id(), recordedAt);
    }

    /** How it ended, with the warnings that were answered for, or the reason given. */
    void save(
            Transfer transfer,
            long version,
            @Nullable String reason,
            List<Warning> warnings,
            Overrides overrides,
            Instant recordedAt) {
        List<Answered> answered = warnings.stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        int saved = jdbc.sql("""
                        update org.transfer set state = ?, presented_on = ?, closed_on = ?, reason = ?, warnings = ?::jsonb,
                                                version = ?, recorded_at = ?
                        where id = ?
                        """)
                .params(Arrays.asList(
                        transfer.state().name(),
                        transfer.presentedOn(),
                        transfer.closedOn(),
                        reason,
                        json.writeValueAsString(answered),
                        version,
                        at(recordedAt),
                        transfer.id()))
                .update();
        if (saved == 0) {
            throw ProblemException.notFound("The transfer");
        }
        keepVersion(transfer.id(), recordedAt);
    }

    /** What it is from now on; what it was has its end. */
    private void keepVersion(UUID id, Instant recordedAt) {
        jdbc.sql("update org.transfer_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at(recordedAt), id)
                .update();
        jdbc.sql("""
                        insert into org.transfer_version
                        select id, version, recorded_at, 'infinity', state, presented_on, closed_on, reason, warnings
                        from org.transfer where id = ?
                        """).param(id).update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Transfer(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new UnitId(row.getObject("from_unit_id", UUID.class)),
                        new UnitId(row.getObject("to_unit_id", UUID.class)),
                        row.getObject("requested_on", LocalDate.class),
                        TransferState.valueOf(row.getString("state")),
                        row.getObject("presented_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
