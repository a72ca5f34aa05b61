package tusoi.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "tusoi.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEFINITIONS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..indicators..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..")
            .because("a definition says what is counted, and the catalogue must stay readable without SQL");

    @ArchTest
    static final ArchRule ONLY_FIGURES_COMPOSE_QUERIES = noClasses()
            .that()
            .resideOutsideOfPackage("..figures..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..")
            .because("jOOQ is here for queries composed from dimensions, and SQL in text blocks for all others");

    @ArchTest
    static final ArchRule NO_FIGURE_ASKS_THE_CLOCK = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("an answer depends on its parameters and the facts, so that it is the same on any day");

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate()
            .because("HTTP is the way in from outside, not between slices");

    @ArchTest
    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..service..", "..impl..", "..dto..", "..model..")
            .because("such a package says nothing of what is in it");

    @Test
    void slicesKeepToTheirBorders() {
        ApplicationModules.of(ReportingApplication.class).verify();
    }
}
