package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tusoi.org.ids.UnitId;
import tusoi.org.members.balance.domain.RandomCommands;
import tusoi.org.members.balance.domain.RandomRegister;
import tusoi.org.members.balance.domain.RandomTree;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;

/** What SQL counts is what the domain's balance counts: random registers written as rows, and asked at random instants. */
@OrgTest
class RandomBalancesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Environment environment;

    // ORG-68, ORG-71
    @Test
    void whatSqlCountsIsWhatTheDomainCounts() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        int registers = Integer.getInteger("tusoi.registers", 40);
        Random random = new Random(seed);
        SingleConnectionDataSource connection = owner();
        JdbcClient owner = JdbcClient.create(connection);
        int asked = 0;
        for (int i = 0; i < registers; i++) {
            RandomRegister register =
                    RandomCommands.live(new Random(random.nextLong()), 60).register();
            owner.sql("begin").update();
            new Rows(owner).write(register);
            for (RandomRegister.Answer answer : register.answers()) {
                assertThat(counted(owner, answer))
                        .as(() -> "seed " + seed + ", " + answer)
                        .isEqualTo(told(answer));
                asked++;
            }
            owner.sql("rollback").update();
        }
        connection.destroy();
        System.out.println(
                "RandomBalancesTest seed " + seed + ", " + asked + " balances of " + registers + " registers");
        assertThat(asked).isGreaterThan(registers * 5);
    }

    private SingleConnectionDataSource owner() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                environment.getRequiredProperty("TUSOI_DB_URL"),
                "org_owner",
                environment.getRequiredProperty("TUSOI_DB_OWNER_PASSWORD"));
        try {
            return new SingleConnectionDataSource(source.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime at(int recorded) {
        return BEGIN.plusSeconds(recorded).atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Integer> counted(JdbcClient owner, RandomRegister.Answer asked) {
        Map<String, Integer> counted = new TreeMap<>();
        owner.sql("select part || coalesce('.' || kind, '') as what, members from org.balance(?, ?, ?, ?, ?)")
                .params(asked.unit().value(), asked.from(), asked.to(), asked.day(), at(asked.knownAt()))
                .query(row -> {
                    counted.merge(
                            Objects.requireNonNull(row.getString("what")).replaceFirst("^INSIDE.*", "INSIDE"),
                            row.getInt("members"),
                            Integer::sum);
                });
        return counted;
    }

    private static Map<String, Integer> told(RandomRegister.Answer answer) {
        Map<String, Integer> told = new TreeMap<>();
        told.put("OPENING", answer.balance().opening());
        told.put("CLOSING", answer.balance().closing());
        told.put("INSIDE", answer.balance().movedInside());
        told.put("UNPLACED_OPENING", answer.unplaced().opening());
        told.put("UNPLACED_CLOSING", answer.unplaced().closing());
        answer.balance().in().forEach((kind, members) -> told.put("IN." + kind, members));
        answer.balance().out().forEach((kind, members) -> told.put("OUT." + kind, members));
        told.values().removeIf(members -> members == 0);
        return told;
    }

    /** As the service keeps them. */
    private record Rows(JdbcClient owner) {
        void write(RandomRegister register) {
            RandomTree tree = register.tree();
            tree.versions().forEach(this::unit);
            UUID[] units = tree.versions().keySet().stream().map(UnitId::value).toArray(UUID[]::new);
            owner.sql("insert into scope.link select * from scope.links_of(?)")
                    .param(units)
                    .update();
            owner.sql("insert into scope.closure select * from scope.closure_of(?)")
                    .param(units)
                    .update();
            for (RandomTree.Line line : tree.lines()) {
                owner.sql("insert into org.unit_lineage values (?, ?, ?, ?, null, ?)")
                        .params(
                                line.before().value(),
                                line.after().value(),
                                at(line.recordedAt()),
                                line.on(),
                                line.recordedTo() == Integer.MAX_VALUE ? OffsetDateTime.MAX : at(line.recordedTo()))
                        .update();
            }
            register.versions().forEach((id, versions) -> member(id.value(), versions));
        }

        private void unit(UnitId id, List<RandomTree.Version> versions) {
            owner.sql("insert into org.unit (id, code, version, recorded_at) values (?, ?, 1, ?)")
                    .params(id.value(), id.toString(), at(0))
                    .update();
            for (int i = 0; i < versions.size(); i++) {
                RandomTree.Version version = versions.get(i);
                OffsetDateTime to =
                        i + 1 < versions.size() ? at(versions.get(i + 1).recordedAt()) : OffsetDateTime.MAX;
                owner.sql("insert into scope.unit_record values (?, ?, ?, ?)")
                        .params(id.value(), i + 1, at(version.recordedAt()), to)
                        .update();
                if (version.unit() != null) {
                    for (Slice<UnitState> slice : version.unit().states().slices()) {
                        slice(id, i + 1, at(version.recordedAt()), to, slice);
                    }
                }
            }
        }

        private void slice(UnitId id, int version, OffsetDateTime from, OffsetDateTime to, Slice<UnitState> slice) {
            UnitId parent = slice.value().parent();
            owner.sql("""
                            insert into scope.unit_version values (?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            id.value(),
                            version,
                            from,
                            to,
                            slice.from(),
                            slice.to(),
                            id.toString(),
                            slice.value().name(),
                            slice.value().level().name(),
                            slice.value().form().name(),
                            slice.value().kind(),
                            parent == null ? null : parent.value()))
                    .update();
        }

        private void member(UUID id, List<RandomRegister.Version> versions) {
            UnitId home = null;
            for (RandomRegister.Version version : versions) {
                home = version.member() == null
                        ? home
                        : version.member().slices().last().value().home();
            }
            owner.sql("""
                            insert into org.person values (?, 'x', 'x', 'x', date '1980-01-01', 'FEMALE', '', ?)
                            """)
                    .params(id, id.toString().getBytes(StandardCharsets.UTF_8))
                    .update();
            owner.sql("insert into org.member (id, person_id, unit_id, version, recorded_at) values (?, ?, ?, 1, ?)")
                    .params(id, id, Objects.requireNonNull(home).value(), at(0))
                    .update();
            for (int i = 0; i < versions.size(); i++) {
                MemberHistory member = versions.get(i).member();
                OffsetDateTime from = at(versions.get(i).recordedAt());
                OffsetDateTime to =
                        i + 1 < versions.size() ? at(versions.get(i + 1).recordedAt()) : OffsetDateTime.MAX;
                if (member != null && from.isBefore(to)) {
                    member(id, i + 1, member, from, to);
                }
            }
        }

        private void member(UUID id, int version, MemberHistory member, OffsetDateTime from, OffsetDateTime to) {
            for (Slice<Membership> slice : member.slices().slices()) {
                owner.sql("""
                                insert into org.membership_version
                                values (?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?, ?)
                                """)
                        .params(Arrays.asList(
                                id,
                                version,
                                from,
                                to,
                                slice.from(),
                                slice.to(),
                                slice.value().home().value(),
                                slice.value().state().name(),
                                slice.value().exempt(),
                                slice.value().suspended()))
                        .update();
            }
            int place = 0;
            for (Movement movement : member.movements()) {
                owner.sql("""
                                insert into org.movement_version (member_id, version, place, recorded_from, recorded_to, on_day, kind,
                                                                  unit_id, other_unit_id, case_id, reorganisation_id)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(Arrays.asList(
                                id,
                                version,
                                place++,
                                from,
                                to,
                                movement.on(),
                                movement.kind().name(),
                                value(movement.unit()),
                                value(movement.other()),
                                movement.caseId(),
                                movement.reorganisationId()))
                        .update();
            }
        }

        private static @Nullable UUID value(@Nullable UnitId unit) {
            return unit == null ? null : unit.value();
        }
    }
}
