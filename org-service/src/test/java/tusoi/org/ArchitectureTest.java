package tusoi.org;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "tusoi.org", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "tools.jackson..", "jakarta..")
            .because("a rule has to be readable, and testable in milliseconds, without any framework");

    @ArchTest
    static final ArchRule NO_RULE_ASKS_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..validity..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("time comes in with the command, so that a rule answers the same on any day");

    @ArchTest
    static final ArchRule CONTRACT_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("..contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tusoi.org.units..",
                    "tusoi.org.members..",
                    "tusoi.org.posts..",
                    "tusoi.org.imports..",
                    "tusoi.org.meetings..",
                    "tusoi.org.studies..",
                    "tusoi.org.dues..",
                    "tusoi.org.grounds..",
                    "tusoi.org.workingrules..",
                    "tusoi.org.accounts..",
                    "tusoi.org.grants..",
                    "tusoi.org.delegations..",
                    "tusoi.org.assignments..",
                    "tusoi.org.keycloak..")
            .because("what leaves the service must not change with its inside");

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate()
            .because("HTTP is the way in from outside, not between slices");

    @ArchTest
    static final ArchRule NOBODY_WRITES_THE_OUTBOX_BUT_THE_CONTRACT = noClasses()
            .that()
            .resideOutsideOfPackage("tusoi.org.contract..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("tusoi.platform.outbox.Outbox")
            .because("an event that is not in the contract has no schema and no test");

    @ArchTest
    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..service..", "..impl..", "..dto..", "..model..")
            .because("such a package says nothing of what is in it");

    @Test
    void slicesKeepToTheirBorders() {
        ApplicationModules.of(OrgApplication.class).verify();
    }
}
