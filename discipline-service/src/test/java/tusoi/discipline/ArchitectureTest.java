package tusoi.discipline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "tusoi.discipline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_FRAMEWORK_IN_RULES = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "tools.jackson..", "jakarta..", "java.sql..")
            .because("a rule is read, tested and argued about without a framework");

    @ArchTest
    static final ArchRule NO_NOW_IN_RULES = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a rule answers the same whenever it is asked: its days come with the command");

    @ArchTest
    static final ArchRule NO_CALLS_BETWEEN_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
            .because("what a service needs of another it has received as events");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_CLOSED = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate()
            .because("nobody but the dispatcher calls a controller");

    @Test
    void slicesKeepToTheirBoundaries() {
        ApplicationModules.of(DisciplineApplication.class).verify();
    }
}
