package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.identifier;
import static tusoi.org.Register.made;
import static tusoi.org.Reorganising.branchUnder;
import static tusoi.org.Reorganising.mergeInto;
import static tusoi.org.Reorganising.wardUnder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.Loader;

/** Four wards become one, with thirty pairs of branches in them, and three thousand members go along in one transaction. */
@OrgTest
class LargeReorganisationTest {
    private static final String HEADER =
            "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n";
    private static final int WARDS = 4;
    private static final int BRANCHES = 25;
    private static final int MERGING = 15;
    private static final int MEMBERS = 50;

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    @Test
    void threeThousandMembersChangeHomeAtOneInstant() {
        List<List<String>> wards = new ArrayList<>();
        List<String> wardIds = new ArrayList<>();
        for (int w = 0; w < WARDS; w++) {
            String ward = register.ward();
            wardIds.add(ward);
            wards.add(IntStream.range(0, BRANCHES)
                    .mapToObj(b -> register.get(ADMIN, "/units/" + register.branch(ward))
                            .code())
                    .toList());
        }
        fill(wards.stream().flatMap(codes -> codes.subList(0, MERGING).stream()).toList());

        List<Object> operations = new ArrayList<>();
        String newWard = fresh("N");
        operations.add(mergeInto(wardUnder(newWard, "CT"), wardIds.toArray(String[]::new)));
        for (int pair = 0; pair < WARDS / 2; pair++) {
            for (int b = 0; b < MERGING; b++) {
                operations.add(mergeInto(
                        branchUnder(fresh("N"), newWard),
                        wards.get(2 * pair).get(b),
                        wards.get(2 * pair + 1).get(b)));
            }
        }
        String id = made(reorganising.draft(ADMIN, "2025-07-01", operations.toArray()))
                .id();
        String fingerprint = reorganising.fingerprint(id);
        long begin = System.nanoTime();
        made(reorganising.confirm(id, fingerprint));
        LoggerFactory.getLogger(getClass())
                .info(
                        "confirmed in {} ms",
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());

        int moving = WARDS * MERGING * MEMBERS;
        assertThat(loader.sql("select count(*) from org.reorganised_member where reorganisation_id = ?::uuid")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(moving);
        assertThat(loader.sql("""
                        select count(*) || ' ' || count(distinct o.recorded_at) from platform.outbox o
                        join org.reorganised_member m on m.member_id = o.aggregate_id and m.version = o.version
                        where m.reorganisation_id = ?::uuid
                        """).param(id).query(String.class).single()).isEqualTo(moving + " 1");
        assertThat(loader.sql("""
                        select count(*) from org.membership_version s
                        join scope.closure c on c.unit_id = s.unit_id and c.recorded_to = 'infinity'
                            and c.valid_from <= date '2025-07-01' and c.valid_to > date '2025-07-01'
                        join org.unit u on u.id = c.ancestor_id and u.code = ?
                        where s.recorded_to = 'infinity' and s.valid_from <= date '2025-07-01' and s.valid_to > date '2025-07-01'
                        """).param(newWard).query(Integer.class).single()).isEqualTo(moving);
        begin = System.nanoTime();
        made(register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, java.util.Map.of()));
        LoggerFactory.getLogger(getClass())
                .info(
                        "revoked in {} ms",
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void fill(List<String> branches) {
        String rows = branches.stream()
                .flatMap(code -> IntStream.range(0, MEMBERS)
                        .mapToObj(
                                i -> "%s,,Trần Thị Ví Dụ,1980-05-19,Nữ,%s,2001-02-03,2002-02-03,2012-05-19,Chính thức,"
                                        .formatted(code, identifier())))
                .collect(Collectors.joining("\n"));
        var staged = register.upload(ADMIN, "CT", "members.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        assertThat(staged.body().path("state").asString()).as(staged.text()).isEqualTo("STAGED");
        made(register.post(ADMIN, "/imports/" + staged.id() + "/confirmation"));
    }
}
