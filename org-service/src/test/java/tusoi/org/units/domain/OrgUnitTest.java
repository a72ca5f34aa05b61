package tusoi.org.units.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.UnitId;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;

class OrgUnitTest {
    private final KnownTree tree = new KnownTree();
    private OrgUnit root = OrgUnit.root(UnitId.next(), "CT", "Cần Thơ", Level.PROVINCE, day("2004-01-01"));
    private OrgUnit ward = root;

    /** A tree in memory, written by hand. */
    private static final class KnownTree implements Tree {
        private final Map<UnitId, Timeline<UnitState>> units = new HashMap<>();
        private final Map<UnitId, LocalDate> homeUntil = new HashMap<>();

        OrgUnit keep(OrgUnit unit) {
            units.put(unit.id(), unit.states());
            return unit;
        }

        @Override
        public Optional<Timeline<UnitState>> find(UnitId unit) {
            return Optional.ofNullable(units.get(unit));
        }

        @Override
        public List<UnitId> childrenDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
            return units.entrySet().stream()
                    .filter(entry -> entry.getValue().during(from, to).stream()
                            .anyMatch(slice -> unit.equals(slice.value().parent())))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
            LocalDate until = homeUntil.get(unit);
            return until != null && until.isAfter(from);
        }
    }

    @BeforeEach
    void aWardUnderTheRoot() {
        tree.keep(root);
        ward = unit(root, Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, "2005-01-01");
    }

    // ORG-01
    @Test
    void aUnitCannotStandUnderItselfOrUnderWhatIsUnderIt() {
        OrgUnit section = unit(ward, Level.SECTION_ORGANISATION, UnitForm.PARTY_ORGANISATION, "2010-01-01");
        assertRefused(ward.reParent(section.id(), on("2015-01-01"), tree), UnitRules.ORG_01);
        assertRefused(ward.reParent(ward.id(), on("2015-01-01"), tree), UnitRules.ORG_01);
        assertRefused(root.reParent(ward.id(), on("2015-01-01"), tree), UnitRules.ORG_01);
    }

    // ORG-01
    @Test
    void aCycleOnOneDayOfTheFutureIsRefusedToo() {
        OrgUnit other = unit(root, Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, "2005-01-01");
        OrgUnit section = unit(ward, Level.SECTION_ORGANISATION, UnitForm.PARTY_ORGANISATION, "2010-01-01");
        tree.keep(accepted(section.reParent(other.id(), on("2030-01-01"), tree)));
        assertAccepted(unit(root, Level.DISTRICT, UnitForm.PARTY_ORGANISATION, "2005-01-01")
                .reParent(ward.id(), on("2029-01-01"), tree));
        assertRefused(other.reParent(section.id(), on("2029-01-01"), tree), UnitRules.ORG_01);
    }

    // ORG-02
    @Test
    void aParentLivesOnEveryDayOfItsChild() {
        assertRefused(
                OrgUnit.establish(UnitId.next(), "B", branchUnder(ward), on("2004-12-31"), tree), UnitRules.ORG_02);
        assertAccepted(OrgUnit.establish(UnitId.next(), "B", branchUnder(ward), on("2005-01-01"), tree));
        OrgUnit ending = unit(root, Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, "2005-01-01");
        tree.keep(accepted(ending.end(on("2020-01-01"), tree)));
        assertRefused(
                OrgUnit.establish(UnitId.next(), "B", branchUnder(ending), on("2010-01-01"), tree), UnitRules.ORG_02);
    }

    // ORG-04
    @Test
    void aChangeWorksOnADayOnWhichTheUnitLives() {
        assertRefused(ward.rename("Mới", on("2004-12-31")), UnitRules.ORG_04);
        assertAccepted(ward.rename("Mới", on("2005-01-01")));
        assertRefused(ward.rename("Đơn vị", on("2010-01-01")), UnitRules.ORG_04);
    }

    // ORG-04
    @Test
    void aRenamingEnteredLateLeavesTheLaterOne() {
        OrgUnit renamed =
                accepted(accepted(ward.rename("Sau", on("2020-01-01"))).rename("Giữa", on("2015-01-01")));
        assertThat(renamed.states().on(day("2014-12-31")).map(UnitState::name)).contains("Đơn vị");
        assertThat(renamed.states().on(day("2019-12-31")).map(UnitState::name)).contains("Giữa");
        assertThat(renamed.states().on(day("2020-01-01")).map(UnitState::name)).contains("Sau");
    }

    // ORG-05
    @Test
    void onlyAnEmptyUnitEnds() {
        OrgUnit branch = unit(ward, Level.BRANCH, UnitForm.BRANCH, "2010-01-01");
        assertRefused(ward.end(on("2020-01-01"), tree), UnitRules.ORG_05);
        tree.homeUntil.put(branch.id(), day("2020-01-02"));
        assertRefused(branch.end(on("2020-01-01"), tree), UnitRules.ORG_05);
        OrgUnit ended = tree.keep(accepted(branch.end(on("2020-01-02"), tree)));
        assertThat(ended.states().on(day("2020-01-01"))).isPresent();
        assertThat(ended.states().on(day("2020-01-02"))).isEmpty();
        assertRefused(ward.end(on("2020-01-01"), tree), UnitRules.ORG_05);
        assertAccepted(ward.end(on("2020-01-02"), tree));
        assertRefused(root.end(on("2020-01-02"), tree), UnitRules.ORG_05);
    }

    // ORG-06
    @Test
    void levelFormAndKindFitTogether() {
        assertRefused(
                establish(new UnitState("x", Level.BRANCH, UnitForm.PARTY_ORGANISATION, null, ward.id())),
                UnitRules.ORG_06);
        assertRefused(
                establish(new UnitState("x", Level.DISTRICT, UnitForm.BRANCH, null, root.id())), UnitRules.ORG_06);
        assertRefused(
                establish(new UnitState("x", Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, "SCHOOL", root.id())),
                UnitRules.ORG_06);
        assertAccepted(establish(new UnitState("x", Level.GRASSROOTS, UnitForm.BRANCH, "SCHOOL", root.id())));
    }

    // ORG-06
    @Test
    void underABranchStandPartyGroupsOnly() {
        OrgUnit branch = unit(ward, Level.BRANCH, UnitForm.BRANCH, "2010-01-01");
        assertRefused(establish(branchUnder(branch)), UnitRules.ORG_06);
        assertAccepted(establish(new UnitState("tổ", Level.PARTY_GROUP, UnitForm.BRANCH, null, branch.id())));
        assertRefused(
                establish(new UnitState("tổ", Level.PARTY_GROUP, UnitForm.BRANCH, null, ward.id())), UnitRules.ORG_06);
    }

    // ORG-06
    @Test
    void aHomeCannotBecomeAnOrganisation() {
        OrgUnit branch = unit(root, Level.GRASSROOTS, UnitForm.BRANCH, "2010-01-01");
        tree.homeUntil.put(branch.id(), LocalDate.MAX);
        var organisation = new UnitState.Standing(Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, null);
        assertRefused(branch.changeLevel(organisation, on("2020-01-01"), tree), UnitRules.ORG_06);
    }

    // ORG-07
    @Test
    void aParentOnNoHigherLevelIsToBeAnsweredFor() {
        var decision = establish(new UnitState("x", Level.GRASSROOTS, UnitForm.PARTY_ORGANISATION, null, ward.id()));
        assertThat(warnings(decision)).containsExactly("ORG-07");
    }

    // ORG-08
    @Test
    void aDecisionSignedAfterItWorksIsToBeAnsweredFor() {
        var late = new DecisionBasis("1", "x", day("2010-01-02"), day("2010-01-01"));
        assertThat(warnings(ward.rename("Mới", late))).containsExactly("ORG-08");
        assertThat(warnings(ward.rename("Mới", on("2010-01-01")))).isEmpty();
    }

    private Decision<OrgUnit, UnitChange> establish(UnitState state) {
        return OrgUnit.establish(UnitId.next(), "X", state, on("2012-01-01"), tree);
    }

    private OrgUnit unit(OrgUnit parent, Level level, UnitForm form, String since) {
        var state = new UnitState("Đơn vị", level, form, null, parent.id());
        return tree.keep(accepted(OrgUnit.establish(UnitId.next(), "U", state, on(since), tree)));
    }

    private static UnitState branchUnder(OrgUnit parent) {
        return new UnitState("Chi bộ", Level.BRANCH, UnitForm.BRANCH, "RESIDENTIAL", parent.id());
    }

    private static DecisionBasis on(String day) {
        return new DecisionBasis("1-QĐ", "Đảng ủy", day(day), day(day));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static OrgUnit accepted(Decision<OrgUnit, UnitChange> decision) {
        assertAccepted(decision);
        return ((Accepted<OrgUnit, UnitChange>) decision).state();
    }

    private static List<String> warnings(Decision<OrgUnit, UnitChange> decision) {
        assertAccepted(decision);
        return ((Accepted<OrgUnit, UnitChange>) decision)
                .warnings().stream().map(warning -> warning.rule().code()).toList();
    }

    private static void assertAccepted(Decision<OrgUnit, UnitChange> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
    }

    private static void assertRefused(Decision<OrgUnit, UnitChange> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
