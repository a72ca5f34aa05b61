package tusoi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.time.BusinessDays;
import tusoi.testkit.TestTokens;

/** What an account may see and do, over HTTP and in SQL. */
class ScopeTest {
    private static final LocalDate TODAY = BusinessDays.today(Clock.systemUTC());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;
    private static Tree tree;
    private static UUID city;
    private static UUID district;
    private static UUID ward;
    private static UUID branch;
    private static UUID otherDistrict;

    @BeforeAll
    static void start() {
        service = ScopeService.start("local");
        tree = new Tree();
        city = tree.establish("CT", null);
        district = tree.establish("BT", city);
        ward = tree.establish("BT.TA", district);
        branch = tree.establish("BT.TA.01", ward);
        otherDistrict = tree.establish("CR", city);
        apply(tree.takeEvents());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void apply(List<ReceivedEvent> events) {
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> service.getBean(UnitEvents.class)
                .apply(events));
    }

    /** An account with one grant from the beginning on. */
    private record Person(UUID account, String subject, UUID grant, Role role, UUID unit) {
        static Person with(Role role, UUID unit) {
            Person person = new Person(Ids.next(), "subject-" + Ids.next(), Ids.next(), role, unit);
            apply(List.of(
                    tree.account(person.account, 1, person.subject, false),
                    tree.grant(person.grant, person.account, role, unit, Tree.BEGIN)));
            return person;
        }

        int status(Right right, UUID asked) {
            return ask(subject, asked, right).statusCode();
        }

        Set<UUID> covered() {
            return units("select scope.covered_units()");
        }

        Set<UUID> with(Right right) {
            return units("select scope.units_with('" + right + "')");
        }

        private Set<UUID> units(String sql) {
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            return service.getBean(TransactionTemplate.class).execute(status -> {
                jdbc.sql("select set_config('tusoi.account', :account, true)")
                        .param("account", account.toString())
                        .query()
                        .singleRow();
                return Set.copyOf(jdbc.sql(sql).query(UUID.class).list());
            });
        }
    }

    private static HttpResponse<String> ask(String subject, UUID unit, Right right) {
        return get(subject, "/units/" + unit + "/" + right);
    }

    private static HttpResponse<String> get(String subject, String path) {
        return send(request(subject, path));
    }

    private static HttpRequest.Builder request(String subject, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/units/v1" + path))
                .header("Authorization", TestTokens.bearer(subject));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void grantCoversTheUnitAndEverythingUnderIt() {
        Person officer = Person.with(Role.ORGANISATION_OFFICER, district);
        assertThat(officer.status(Right.MEMBER_READ, district)).isEqualTo(200);
        assertThat(officer.status(Right.MEMBER_READ, branch)).isEqualTo(200);
        assertThat(officer.covered()).contains(district, ward, branch).doesNotContain(city, otherDistrict);
    }

    @Test
    void lettersAreForWhoeverAdministersTheRegistersRoot() {
        Person operator = Person.with(Role.REGISTER_ADMINISTRATOR, city);
        assertThat(get(operator.subject, "/dead-letters").statusCode()).isEqualTo(200);
        String letter = "/dead-letters/" + UUID.randomUUID();
        assertThat(get(operator.subject, letter).statusCode()).isEqualTo(404);
        for (Person other : List.of(
                Person.with(Role.REGISTER_ADMINISTRATOR, district), Person.with(Role.ORGANISATION_OFFICER, city))) {
            assertThat(get(other.subject, "/dead-letters").statusCode()).isEqualTo(403);
            assertThat(get(other.subject, letter).statusCode()).isEqualTo(403);
            for (String command : List.of("/mend", "/replay")) {
                HttpRequest.Builder asked = request(other.subject, letter + command)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "1")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"Đã sửa\"}"));
                assertThat(send(asked).statusCode()).as(command).isEqualTo(403);
            }
        }
        assertThat(get("nobody", "/dead-letters").statusCode()).isEqualTo(401);
    }

    @Test
    void outOfScopeIsNotFoundAndLackOfRightIsForbidden() {
        Person observer = Person.with(Role.OBSERVER, district);
        assertThat(observer.status(Right.MEMBER_READ, otherDistrict)).isEqualTo(404);
        assertThat(observer.status(Right.MEMBER_READ, city)).isEqualTo(404);
        assertThat(observer.status(Right.MEMBER_READ, UUID.randomUUID())).isEqualTo(404);
        assertThat(observer.status(Right.MEMBER_READ, ward)).isEqualTo(403);
        assertThat(observer.status(Right.FIGURES_READ, ward)).isEqualTo(200);
        assertThat(observer.with(Right.MEMBER_READ)).isEmpty();
        assertThat(observer.with(Right.FIGURES_READ)).isEqualTo(observer.covered());
    }

    @Test
    void revokedGrantIsGoneAtOnce() {
        Person officer = Person.with(Role.ORGANISATION_OFFICER, ward);
        assertThat(officer.status(Right.UNIT_READ, ward)).isEqualTo(200);
        apply(List.of(tree.revoke(officer.grant, officer.account, officer.role, ward, Tree.BEGIN, TODAY)));
        assertThat(officer.status(Right.UNIT_READ, ward)).isEqualTo(404);
        assertThat(officer.covered()).isEmpty();
    }

    @Test
    void keptAnswerIsNotGivenAgainToWhomNoGrantIsLeft() {
        Person officer = Person.with(Role.ORGANISATION_OFFICER, ward);
        HttpRequest.Builder command = request(officer.subject, "/units/" + ward + "/UNIT_WRITE")
                .header("Idempotency-Key", Ids.next().toString())
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(command).statusCode()).isEqualTo(200);
        assertThat(send(command).headers().firstValue("Idempotency-Replayed")).contains("true");
        apply(List.of(tree.revoke(officer.grant, officer.account, officer.role, ward, Tree.BEGIN, TODAY)));
        assertThat(send(command).statusCode()).isEqualTo(404);
    }

    @Test
    void grantOfTomorrowCoversNothingYet() {
        Person officer = new Person(Ids.next(), "subject-" + Ids.next(), Ids.next(), Role.SECRETARY, ward);
        apply(List.of(
                tree.account(officer.account, 1, officer.subject, false),
                tree.grant(officer.grant, officer.account, officer.role, ward, TODAY.plusDays(1))));
        assertThat(officer.status(Right.UNIT_READ, ward)).isEqualTo(404);
    }

    @Test
    void unknownAndLockedAccountsAreUnauthenticated() {
        assertThat(ask("nobody", ward, Right.UNIT_READ).statusCode()).isEqualTo(401);
        assertThat(ask("nobody", ward, Right.UNIT_READ).body()).contains("no-account");
        Person officer = Person.with(Role.SECRETARY, ward);
        apply(List.of(tree.account(officer.account, 2, officer.subject, true)));
        assertThat(ask(officer.subject, ward, Right.UNIT_READ).body()).contains("account-locked");
        assertThat(officer.covered()).isEmpty();
    }

    @Test
    void versionOfAnAccountThatComesLateChangesNothing() {
        Person officer = Person.with(Role.SECRETARY, ward);
        apply(List.of(tree.account(officer.account, 3, officer.subject, true)));
        apply(List.of(tree.account(officer.account, 2, officer.subject, false)));
        assertThat(officer.status(Right.UNIT_READ, ward)).isEqualTo(401);
    }

    @Test
    void endedUnitsGoWithTheirSuccessor() {
        UUID former = tree.establish("BT.OLD", district);
        UUID formerBranch = tree.establish("BT.OLD.01", former);
        UUID merged = tree.establish("BT.NEW", district, TODAY.minusDays(30), former);
        tree.move(formerBranch, merged, TODAY.minusDays(30));
        tree.end(former, TODAY.minusDays(30), merged);
        apply(tree.takeEvents());
        Person secretary = Person.with(Role.SECRETARY, merged);
        assertThat(secretary.covered()).containsExactlyInAnyOrder(merged, former, formerBranch);
        assertThat(secretary.status(Right.MEMBER_READ, former)).isEqualTo(200);
        assertThat(Person.with(Role.SECRETARY, otherDistrict).status(Right.MEMBER_READ, former))
                .isEqualTo(404);
    }

    /** What is under a ward that has ended, by its own name; and what the ward that goes on lists with it. */
    @Test
    void underAUnitIsWhatEndedToo() {
        UUID former = tree.establish("BT.U", district);
        UUID formerBranch = tree.establish("BT.U.01", former);
        UUID left = tree.establish("BT.U.02", former);
        tree.move(left, ward, TODAY.minusDays(60));
        UUID merged = tree.establish("BT.V", district, TODAY.minusDays(30), former);
        UUID joined = tree.establish("BT.V.01", merged, TODAY.minusDays(10));
        tree.move(formerBranch, merged, TODAY.minusDays(30));
        tree.end(former, TODAY.minusDays(30), merged);
        UUID coming = tree.establish("BT.V.02", merged, TODAY.plusDays(30));
        UUID underComing = tree.establish("BT.V.02.1", coming, TODAY.plusDays(30));
        apply(tree.takeEvents());
        assertThat(under(former)).containsExactlyInAnyOrder(former, formerBranch);
        assertThat(under(merged)).containsExactlyInAnyOrder(merged, former, formerBranch, joined);
        assertThat(under(formerBranch)).containsExactly(formerBranch);
        assertThat(under(coming)).containsExactlyInAnyOrder(coming, underComing);
        assertThat(under(otherDistrict)).doesNotContain(former, formerBranch);
        assertThat(under(UUID.randomUUID())).hasSize(1);
    }

    private static List<UUID> under(UUID unit) {
        return service.getBean(JdbcClient.class)
                .sql("select scope.under(?)")
                .param(unit)
                .query(UUID.class)
                .list();
    }

    @Test
    void endedUnitWithoutSuccessorGoesToItsLastSuperior() {
        UUID base = tree.establish("BT.B", district);
        UUID gone = tree.establish("BT.B.01", base);
        tree.end(gone, TODAY.minusDays(3));
        apply(tree.takeEvents());
        Person secretary = Person.with(Role.SECRETARY, base);
        assertThat(secretary.covered()).containsExactlyInAnyOrder(base, gone);
        tree.end(base, TODAY);
        apply(tree.takeEvents());
        assertThat(Person.with(Role.SECRETARY, district).covered()).contains(base, gone);
        assertThat(Person.with(Role.SECRETARY, ward).covered()).doesNotContain(base, gone);
    }

    /** What was spun off answers for itself; when its predecessor ends later, that one's successors of that day answer for it. */
    @Test
    void whatWasSpunOffGetsNoRightOverItsPredecessorWhenThatEndsLater() {
        UUID whole = tree.establish("BT.W", district);
        UUID spunOff = tree.establish("BT.S", district, TODAY.minusDays(400), whole);
        UUID merged = tree.establish("BT.X", district, TODAY.minusDays(30), whole);
        apply(tree.takeEvents());
        Person aside = Person.with(Role.SECRETARY, spunOff);
        assertThat(aside.covered()).containsExactly(spunOff);
        tree.end(whole, TODAY.minusDays(30), merged);
        apply(tree.takeEvents());
        assertThat(aside.covered()).containsExactly(spunOff);
        assertThat(aside.status(Right.MEMBER_READ, whole)).isEqualTo(404);
        assertThat(Person.with(Role.SECRETARY, merged).covered()).containsExactlyInAnyOrder(merged, whole);
        tree.revokeEnd(whole, TODAY.minusDays(30));
        apply(tree.takeEvents());
        assertThat(Person.with(Role.SECRETARY, merged).covered()).containsExactly(merged);
    }

    /** It ends without a successor of that day: its last superior answers, not what it once gave off. */
    @Test
    void aUnitThatOnlyGaveSomethingOffGoesToItsLastSuperior() {
        UUID base = tree.establish("BT.G", district);
        UUID whole = tree.establish("BT.G.1", base);
        UUID spunOff = tree.establish("BT.G.2", ward, TODAY.minusDays(400), whole);
        tree.end(whole, TODAY.minusDays(3));
        apply(tree.takeEvents());
        assertThat(Person.with(Role.SECRETARY, base).covered()).contains(base, whole);
        assertThat(Person.with(Role.SECRETARY, spunOff).covered()).containsExactly(spunOff);
    }

    /** Two reorganisations in a row, a split among them: each part answers, and who followed it after that. */
    @Test
    void partsOfASplitAnswerAndWhoFollowsThem() {
        UUID whole = tree.establish("BT.P", district);
        UUID first = tree.establish("BT.P1", district, TODAY.minusDays(300), whole);
        UUID second = tree.establish("BT.P2", district, TODAY.minusDays(300), whole);
        tree.end(whole, TODAY.minusDays(300), first, second);
        UUID last = tree.establish("BT.P3", district, TODAY.minusDays(20), second);
        tree.end(second, TODAY.minusDays(20), last);
        apply(tree.takeEvents());
        assertThat(Person.with(Role.SECRETARY, first).covered()).containsExactlyInAnyOrder(first, whole);
        assertThat(Person.with(Role.SECRETARY, last).covered()).containsExactlyInAnyOrder(last, second, whole);
        assertThat(Person.with(Role.SECRETARY, otherDistrict).status(Right.UNIT_READ, whole))
                .isEqualTo(404);
    }

    /** Its founding was revoked; what was known of it before can still be asked for. */
    @Test
    void aUnitThatNeverWasGoesToTheSuperiorItWouldHaveHad() {
        UUID founded = tree.establish("BT.N", ward, TODAY.plusDays(20));
        tree.end(founded, TODAY.plusDays(20));
        apply(tree.takeEvents());
        assertThat(Person.with(Role.OBSERVER, ward).status(Right.UNIT_READ, founded))
                .isEqualTo(200);
        assertThat(Person.with(Role.OBSERVER, ward).covered()).contains(founded);
        assertThat(Person.with(Role.OBSERVER, otherDistrict).status(Right.UNIT_READ, founded))
                .isEqualTo(404);
    }

    @Test
    void unitOfTheFutureIsCoveredThroughItsSuperiorToBe() {
        UUID coming = tree.establish("BT.F", district, TODAY.plusDays(20));
        apply(tree.takeEvents());
        assertThat(Person.with(Role.OBSERVER, district).status(Right.UNIT_READ, coming))
                .isEqualTo(200);
        assertThat(Person.with(Role.OBSERVER, otherDistrict).status(Right.UNIT_READ, coming))
                .isEqualTo(404);
    }

    @Test
    void moveTakesTheUnitOutOfOneScopeIntoTheOtherOnItsDay() {
        UUID moving = tree.establish("BT.M", district);
        apply(tree.takeEvents());
        Person here = Person.with(Role.OBSERVER, district);
        Person there = Person.with(Role.OBSERVER, otherDistrict);
        tree.move(moving, otherDistrict, TODAY.plusDays(1));
        apply(tree.takeEvents());
        assertThat(here.status(Right.UNIT_READ, moving)).as("it moves tomorrow").isEqualTo(200);
        tree.move(moving, otherDistrict, TODAY);
        apply(tree.takeEvents());
        assertThat(here.status(Right.UNIT_READ, moving)).isEqualTo(404);
        assertThat(there.status(Right.UNIT_READ, moving)).isEqualTo(200);
    }

    @Test
    void auditIsReadWhereTheRightIsHeld() {
        UUID read = Ids.next();
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> service.getBean(Audit.class)
                .changed("unit.tried", "unit", read, ward, null, Map.of("name", "x"), "because"));
        Person administrator = Person.with(Role.REGISTER_ADMINISTRATOR, district);
        assertThat(get(administrator.subject, "/audit?subject=" + read).body()).contains("unit.tried", "because");
        Person elsewhere = Person.with(Role.REGISTER_ADMINISTRATOR, otherDistrict);
        assertThat(get(elsewhere.subject, "/audit?subject=" + read).body()).contains("\"items\":[]");
        Person secretary = Person.with(Role.SECRETARY, district);
        assertThat(get(secretary.subject, "/audit").body()).contains("\"items\":[]");
        assertThat(get(administrator.subject, "/audit?after=xyz").statusCode()).isEqualTo(400);
    }

    /** Nobody could read what operators had done: no unit covers it. */
    @Test
    void auditOfNoUnitIsReadByOperators() {
        UUID letter = Ids.next();
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            Audit audit = service.getBean(Audit.class);
            audit.changed("org.dead-letter-mend", "dead-letter", letter, null, null, Map.of("topic", "t"), "because");
            audit.changed("other.tried", "other", letter, null, null, Map.of("unknown", "hidden"), null);
        });
        Person operator = Person.with(Role.REGISTER_ADMINISTRATOR, city);
        assertThat(get(operator.subject, "/audit?subject=" + letter).body())
                .contains("org.dead-letter-mend", "because", "other.tried")
                .doesNotContain("hidden");
        Person administrator = Person.with(Role.REGISTER_ADMINISTRATOR, district);
        assertThat(get(administrator.subject, "/audit?subject=" + letter).body())
                .contains("\"items\":[]");
    }

    @Test
    void auditTellsOfASubjectOnlyWhoMayReadIt() {
        UUID subject = Ids.next();
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            Audit audit = service.getBean(Audit.class);
            audit.changed("case.tried", "case", subject, ward, null, Map.of("narrative", "secret"), "because");
            audit.changed("review.tried", "review", subject, ward, null, Map.of("grade", "graded"), null);
            audit.changed("other.tried", "other", subject, ward, null, Map.of("unknown", "hidden"), null);
        });
        Person administrator = Person.with(Role.REGISTER_ADMINISTRATOR, district);
        assertThat(get(administrator.subject, "/audit?subject=" + subject).body())
                .contains("case.tried", "review.tried", "other.tried")
                .doesNotContain("secret", "because", "graded", "hidden", "audit.payload-read");
        give(administrator, Role.INSPECTION_OFFICER, otherDistrict);
        assertThat(get(administrator.subject, "/audit?subject=" + subject).body())
                .as("the right is held elsewhere only")
                .doesNotContain("secret");
        give(administrator, Role.INSPECTION_OFFICER, ward);
        assertThat(get(administrator.subject, "/audit?subject=" + subject).body())
                .contains("secret", "because")
                .doesNotContain("graded", "hidden");
        assertThat(service.getBean(JdbcClient.class)
                        .sql("""
                                select actor || ' ' || subject_type from platform.audit_entry
                                 where subject_id = ? and action = 'audit.payload-read'
                                """)
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly(administrator.account + " case");
    }

    private static void give(Person person, Role role, UUID unit) {
        apply(List.of(tree.grant(Ids.next(), person.account, role, unit, Tree.BEGIN)));
    }

    @Test
    void rightsInSqlAreThoseOfTheRoles() {
        List<String> kept = service.getBean(JdbcClient.class)
                .sql("select role || ' ' || \"right\" from scope.role_right")
                .query(String.class)
                .list();
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Role.values())
                        .flatMap(role -> role.rights().stream().map(right -> role + " " + right))
                        .toList());
    }
}
