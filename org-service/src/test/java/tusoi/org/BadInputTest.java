package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tusoi.testkit.TestTokens;
import tusoi.testkit.badinput.BadInput;
import tusoi.testkit.badinput.Caller;
import tusoi.testkit.badinput.Calls;
import tusoi.testkit.badinput.DeadLetterCalls;
import tusoi.testkit.badinput.Description;
import tusoi.testkit.badinput.Tables;

/** Every operation of the service, one thing wrong at a time. */
@OrgTest
class BadInputTest {
    private static final Description API = Description.of("org");

    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    Reorganising reorganising;

    @Autowired
    Environment environment;

    @Test
    void isRefusedInItsPlaceAndLeavesNothingBehind() {
        ValidCalls valid = new ValidCalls(register, offices);
        Calls calls = new Calls();
        valid.ofAccounts(calls);
        new ValidUnitCalls(register, reorganising).into(calls);
        new ValidMemberCalls(register).into(calls);
        new ValidBranchCalls(register).into(calls);
        DeadLetterCalls.into(calls);
        String elsewhere = register.ward();
        List<UUID> strangers = List.of(
                UUID.fromString(elsewhere),
                UUID.fromString(register.member(register.branch(elsewhere)).id()),
                UUID.fromString(offices.id(offices.account(elsewhere))));
        try (Tables tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"))) {
            var report = new BadInput(
                            API, calls, new Caller(register.url(""), () -> TestTokens.bearer(ADMIN)), tables, strangers)
                    .run();
            System.out.println("org-service: " + report);
            assertThat(report.faults()).isEmpty();
        }
    }

    @Test
    void everyTextListAndMapThatIsSentIsBounded() {
        assertThat(API.unbounded()).isEmpty();
    }
}
