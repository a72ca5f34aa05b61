package tusoi.org.reorganisations.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.HomeMoves.Moved;
import tusoi.org.units.DecisionText;
import tusoi.org.units.TreeWorks.Written;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Reorganisations as the app sees them: those that name a unit within the caller's scope. */
@Repository
public class Reorganisations {
    private static final String SELECT = """
            select r.*, org.units_named_by(r.id) as named
            from org.reorganisation r
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Reorganisations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(Reorganisation made, UUID account) {
        DecisionText decision = made.decision();
        jdbc.sql("""
                        insert into org.reorganisation (id, unit_id, number, body, signed_on, effective_on, operations, state,
                                                        version, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, 'DRAFT', 1, ?, ?)
                        """)
                .params(
                        made.id(),
                        made.named().getFirst().value(),
                        decision.number(),
                        decision.body(),
                        decision.signedOn(),
                        decision.effectiveOn(),
                        json.writeValueAsString(made.sent()),
                        account,
                        at(made.createdAt()))
                .update();
        jdbc.sql("insert into org.reorganisation_unit select :id, unit from unnest(:units::uuid[]) as t (unit)")
                .param("id", made.id())
                .param("units", SqlArrays.of("uuid", made.named(), UnitId::value))
                .update();
    }

    public Optional<Reorganisation> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    public Optional<Reorganisation> lock(UUID id) {
        int locked = jdbc.sql("select 1 from org.reorganisation where id = ? for update")
                .param(id)
                .query()
                .listOfRows()
                .size();
        return locked == 0 ? Optional.empty() : find(id);
    }

    /** Latest effective day first. */
    public Page<Reorganisation> list(@Nullable UnitId unit, Reorganisation.@Nullable State state, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        List<Reorganisation> found = jdbc.sql(SELECT + """
                         where (:unit::uuid is null or exists (select 1 from org.reorganisation_unit u
                                                               where u.reorganisation_id = r.id and u.unit_id = :unit))
                           and (:state::text is null or r.state = :state)
                           and (:day::date is null or (r.effective_on, r.id) < (:day, :id::uuid))
                         order by r.effective_on desc, r.id desc limit :limit
                        """)
                .param("unit", unit == null ? null : unit.value())
                .param("state", state == null ? null : state.name())
                .param("day", after == null ? null : LocalDate.ofEpochDay(after.number(0)))
                .param("id", after == null ? null : after.id(1))
                .param("limit", page.size() + 1)
                .query((row, n) -> read(row))
                .list();
        return Cursor.page(
                found,
                page.size(),
                one -> Cursor.of(one.decision().effectiveOn().toEpochDay(), one.id()));
    }

    public void confirmed(UUID id, List<Written> units, List<Moved> members, Instant recordedAt) {
        jdbc.sql("""
                        insert into org.reorganised_unit
                        select :id, unit, before, version from unnest(:units::uuid[], :before::int8[], :versions::int8[])
                            as t (unit, before, version)
                        """)
                .param("id", id)
                .param("units", SqlArrays.of("uuid", units, one -> one.unit().value()))
                .param("before", SqlArrays.of("int8", units, Written::before))
                .param("versions", SqlArrays.of("int8", units, Written::version))
                .update();
        jdbc.sql("""
                        insert into org.reorganised_member
                        select :id, member, before, version from unnest(:members::uuid[], :before::int8[], :versions::int8[])
                            as t (member, before, version)
                        """)
                .param("id", id)
                .param("members", SqlArrays.of("uuid", members, one -> one.member()
                        .value()))
                .param("before", SqlArrays.of("int8", members, Moved::before))
                .param("versions", SqlArrays.of("int8", members, Moved::version))
                .update();
        jdbc.sql("""
                        update org.reorganisation set state = 'CONFIRMED', version = version + 1, confirmed_at = ? where id = ?
                        """).params(at(recordedAt), id).update();
    }

    public void closed(UUID id, Reorganisation.State state, Instant recordedAt) {
        jdbc.sql("update org.reorganisation set state = ?, version = version + 1, revoked_at = ? where id = ?")
                .params(state.name(), at(recordedAt), id)
                .update();
    }

    public List<Written> writtenUnits(UUID id) {
        return jdbc.sql("""
                        select unit_id, version_before, version from org.reorganised_unit
                        where reorganisation_id = ? order by unit_id
                        """)
                .param(id)
                .query((row, n) ->
                        new Written(new UnitId(row.getObject(1, UUID.class)), row.getLong(2), row.getLong(3)))
                .list();
    }

    public List<Moved> movedMembers(UUID id) {
        return jdbc.sql("""
                        select member_id, version_before, version from org.reorganised_member
                        where reorganisation_id = ? order by member_id
                        """)
                .param(id)
                .query((row, n) ->
                        new Moved(new MemberId(row.getObject(1, UUID.class)), row.getLong(2), row.getLong(3)))
                .list();
    }

    private Reorganisation read(ResultSet row) throws SQLException {
        List<OperationBody> sent = json.readValue(row.getString("operations"), new TypeReference<>() {});
        DecisionText decision = new DecisionText(
                row.getString("number"),
                row.getString("body"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class));
        return new Reorganisation(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                Reorganisation.State.valueOf(row.getString("state")),
                decision,
                sent,
                OperationReader.read(sent, decision.effectiveOn(), OperationReader::byId),
                Arrays.stream((UUID[]) row.getArray("named").getArray())
                        .map(UnitId::new)
                        .toList(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
