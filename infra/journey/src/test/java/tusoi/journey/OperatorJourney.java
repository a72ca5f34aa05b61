package tusoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tusoi.journey.Terminal.Ended;
import tusoi.journey.api.Api;

/** What an operator does with {@code ./tusoi} about events that cannot be taken, and about facts that are not those of the events. */
final class OperatorJourney {
    private static final String OPERATOR = "quantri";
    /** Reads all there is of the city, and is no operator. */
    private static final String READER = "ct.capuy";

    private static final String WARD = "CT.CR";
    private static final String MEMBERS =
            "/api/reporting/v1/figures?unit=CT.CR&indicators=member.count&from=2025-10-01&to=2025-12-31";
    private static final List<String> READERS_OF_MEMBERS = List.of("review", "discipline", "reporting");
    private static final String OPEN =
            "select count(distinct letter_id) from platform.dead_letter where mended_at is null";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Installation installation;
    private final Api api;
    private final Terminal terminal;
    private final FaultyProgram fault;

    OperatorJourney(Installation installation, Api api) {
        this.installation = installation;
        this.api = api;
        this.terminal = new Terminal(installation.platform().layout());
        this.fault = new FaultyProgram(installation.platform());
    }

    /** Its event comes cut off, so that no reader can take it, until the operator puts the whole one in its place. */
    void aMemberIsCountedOnceTheCutOffEventIsMended() throws IOException {
        long before = members();
        UUID member = UUID.randomUUID();
        String whole = admission(member);
        fault.recordAdmission(member, whole.substring(0, whole.length() - 30));
        READERS_OF_MEMBERS.forEach(service -> awaitOpen(service, 1));

        Ended listed = succeeds("dead-letters", "list");
        String id = idIn(listed);
        assertThat(listed.text().lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains(id, "OPEN", "UNREADABLE", "org.events", "org.member-admitted.v1", "tried 1 times"));
        assertThat(succeeds("dead-letters", "show", id, "--service", "reporting")
                        .text())
                .contains("reason   Unreadable: ", "ce_subject: " + member, "payload  {\"memberId\":\"" + member);
        assertThat(members()).as("all else is counted meanwhile").isEqualTo(before);

        Path data = Files.writeString(installation.platform().layout().home().resolve("mend.json"), whole);
        refusesWhatIsWrong(id, data.toString());
        fails("OPEN, Unreadable: ", "dead-letters", "replay", id, "--service", "reporting", "--reason", "anew");
        String why = "cut off on its way";
        assertThat(mend(id, data.toString(), why).text()).contains("review: MENDED");
        READERS_OF_MEMBERS.forEach(service -> awaitOpen(service, 0));
        awaitMembers(before + 1);

        String account =
                api.get(OPERATOR, "/api/org/v1/me").body().path("accountId").asString();
        assertThat(succeeds("dead-letters", "list").text()).contains("there are no dead letters");
        assertThat(succeeds("dead-letters", "show", id).text().lines())
                .filteredOn(line -> line.contains("  MEND") && line.contains(" by "))
                .as("who, when, why where it was asked for; who, when, where in every reader")
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).containsPattern("T\\S+Z  MEND(ED|_ASKED) by " + account))
                .anySatisfy(line -> assertThat(line).endsWith("MEND_ASKED by " + account + ": " + why));
        assertThat(audit("review", "?subject=" + id)).contains("review.dead-letter-mend", account, why);
    }

    private void refusesWhatIsWrong(String id, String data) {
        String unknown = UUID.randomUUID().toString();
        fails("no service has a dead letter " + unknown, "dead-letters", "show", unknown);
        fails("is no id of a dead letter", "dead-letters", "show", "the-first");
        fails("no such demo user: nobody", "dead-letters", "list", "--user", "nobody");
        fails("answers 403: The right AUDIT_READ is missing here", "dead-letters", "list", "--user", READER);
        fails(
                "answers 422: It is org.member-admitted.v1 in the original, and a mend does not change it (headers.ce_type)",
                "dead-letters",
                "mend",
                id,
                "--reason",
                "another",
                "--header",
                "ce_type=org.member-left.v1",
                "--data",
                data);
    }

    private Ended mend(String id, String data, String why) {
        return succeeds("dead-letters", "mend", id, "--reason", why, "--data", data);
    }

    /** The event is right and reporting is not: tried again, it is taken once reporting has been put right. */
    void aMemberIsCountedOnceReportingCanTakeTheEvent() {
        long before = members();
        UUID member = UUID.randomUUID();
        fault.refuseMemberships(member);
        fault.recordAdmission(member, admission(member));
        awaitOpen("reporting", 1);

        String id = idIn(succeeds("dead-letters", "list"));
        fails("reporting: OPEN, Not applied: ", "dead-letters", "replay", id, "--reason", "has it been put right?");
        fault.takeMembershipsAgain();
        assertThat(succeeds("dead-letters", "replay", id, "--reason", "put right")
                        .text())
                .contains("reporting: REPLAYED");
        awaitMembers(before + 1);
    }

    /** What serves is proven; then a row of it is falsified, found by what was rebuilt, and what was rebuilt serves. */
    void aFalsifiedFactIsFoundByARebuildAndExchanged() {
        long members = members();
        String facts = facts();
        assertThat(succeeds("rebuild").text()).containsPattern("EQUAL, .*: serving ([0-9a-f]{64}), rebuilt \\1");
        fails("answers 409: No rebuild is running", "rebuild", "--switch");
        fails("answers 403: The right AUDIT_READ is missing here", "rebuild", "--user", READER);

        fault.falsifyLatestMembership();
        String falsified = facts();
        assertThat(falsified).isNotEqualTo(facts);
        assertThat(fails("DIFFERENT, ", "rebuild").text())
                .containsPattern("reporting.membership: 1 rows differ\\R.* CHANGED [0-9a-f-]{36}, unit .*valid_to");
        fails("answers 403: The right AUDIT_READ is missing here", "rebuild", "--switch", "--user", READER);
        assertThat(facts()).as("nothing happens by itself").isEqualTo(falsified);
        assertThat(succeeds("rebuild", "--switch").text()).contains("SWITCHED");
        assertThat(facts()).isEqualTo(facts);
        assertThat(members()).isEqualTo(members);
        assertThat(audit("reporting", "?size=20")).contains("reporting.rebuild-switched");
    }

    private String audit(String service, String query) {
        return api.get(OPERATOR, "/api/" + service + "/v1/audit" + query).body().toString();
    }

    private String facts() {
        return api.get(OPERATOR, "/api/reporting/v1/facts/hash")
                .body()
                .path("sha256")
                .asString();
    }

    private String admission(UUID member) {
        JsonNode branch = api.get(OPERATOR, "/api/org/v1/units?level=BRANCH&size=1&parent=" + WARD)
                .body()
                .path("items")
                .path(0);
        return """
                {"memberId":"%s","slices":[{"validFrom":"2025-09-02","validTo":null,"homeUnitId":"%s","state":"PROBATIONARY",\
                "exempt":false,"suspended":false}],"movements":[{"on":"2025-09-02","kind":"ADMITTED","unitId":"%2$s",\
                "otherUnitId":null,"caseId":null}],"admittedOn":"2025-09-02","recognisedOn":null}""".formatted(member, branch.path("id").asString());
    }

    private long members() {
        return api.get(OPERATOR, MEMBERS).body().at("/figures/0/numerator").asLong();
    }

    private void awaitMembers(long wanted) {
        Installation.await(wanted + " members", SOON, () -> members() == wanted);
    }

    private void awaitOpen(String service, int letters) {
        Installation.await(
                letters + " open letters of " + service, SOON, () -> installation.count(service, OPEN) == letters);
    }

    private Ended succeeds(String command, String... words) {
        Ended ended = terminal.run(command, words);
        assertThat(ended.code()).as(ended.text()).isZero();
        return ended;
    }

    private Ended fails(String told, String command, String... words) {
        Ended ended = terminal.run(command, words);
        assertThat(ended.code()).as(ended.text()).isNotZero();
        assertThat(ended.text()).contains(told).doesNotContain("java.lang.", "\tat ");
        return ended;
    }

    private static String idIn(Ended listed) {
        var found = ID.matcher(listed.text());
        assertThat(found.find()).as(listed.text()).isTrue();
        return found.group();
    }
}
