package tusoi.journey.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedRegisterTest {
    private final District binhThuy = BinhThuy.generate();
    private final District caiRang = CaiRang.generate();

    @Test
    void binhThuyHas45BasesAnd172BranchesUnderThem() {
        Set<String> organisations =
                new HashSet<>(binhThuy.bases().stream().map(DemoUnit::code).toList());
        assertThat(binhThuy.bases()).hasSize(45);
        assertThat(binhThuy.below().stream()
                        .filter(unit -> unit.level().equals("BRANCH") && organisations.contains(unit.parent())))
                .hasSize(172);
        assertThat(binhThuy.members()).hasSizeBetween(5_200, 5_900);
    }

    @Test
    void traAnHasSevenBranchesThreeSectionsAndElevenBelow() {
        List<DemoUnit> traAn = binhThuy.within(BinhThuy.TRA_AN).toList();
        assertThat(traAn.stream().filter(unit -> unit.parent().equals(BinhThuy.TRA_AN) && unit.isBranch()))
                .hasSize(7);
        assertThat(traAn.stream().filter(unit -> unit.level().equals("SECTION_ORGANISATION")))
                .hasSize(3);
        assertThat(traAn.stream().filter(unit -> unit.parent().startsWith(BinhThuy.TRA_AN + ".BP")))
                .hasSize(11);
    }

    @Test
    void traAnObliges731AndAdmitsSeven() {
        LocalDate sixMonthsBefore = LocalDate.of(2022, 5, 1);
        long official = binhThuy.membersWithin(BinhThuy.TRA_AN).stream()
                .filter(member -> !member.exempt())
                .count();
        List<Admission> admitted = binhThuy.admissions().stream()
                .filter(admission -> admission.unit().startsWith(BinhThuy.TRA_AN + "."))
                .toList();
        assertThat(admitted).hasSize(7);
        assertThat(official
                        + admitted.stream()
                                .filter(admission -> !admission.admittedOn().isAfter(sixMonthsBefore))
                                .count())
                .isEqualTo(731);
    }

    @Test
    void leBinhHas16BranchesByKindAnd718AfterSixAndFourHaveLeft() {
        List<DemoUnit> branches =
                caiRang.within(CaiRang.LE_BINH).filter(DemoUnit::isBranch).toList();
        assertThat(branches).hasSize(16);
        assertThat(branches.stream().filter(branch -> "RESIDENTIAL".equals(branch.kind())))
                .hasSize(8);
        assertThat(branches.stream().filter(branch -> "SCHOOL".equals(branch.kind())))
                .hasSize(5);
        assertThat(branches.stream().filter(branch -> "AGENCY".equals(branch.kind())))
                .hasSize(3);
        assertThat(caiRang.membersWithin(CaiRang.LE_BINH).size()
                        + caiRang.admissions().size()
                        - 6
                        - 4)
                .isEqualTo(718);
        assertThat(caiRang.admissions())
                .allSatisfy(admission -> assertThat(admission.unit()).startsWith(CaiRang.LE_BINH + "."));
    }

    @Test
    void theThreeWardsThatMergeWithLeBinhAreSmall() {
        assertThat(caiRang.bases().stream().map(DemoUnit::code)).containsExactly("CR.LB", "CR.BL", "CR.HT", "CR.TT");
        assertThat(caiRang.bases().stream().skip(1)).allSatisfy(ward -> {
            assertThat(caiRang.within(ward.code()).filter(DemoUnit::isBranch)).hasSize(5);
            assertThat(caiRang.membersWithin(ward.code())).hasSize(100);
        });
    }

    @Test
    void thuongTrungHasFourBranchesOfNineWhoWereThereBeforeTheFirstSession() {
        District vinhTuong = VinhTuong.generate();
        assertThat(vinhTuong.bases().stream().map(DemoUnit::code)).containsExactly(VinhTuong.THUONG_TRUNG);
        assertThat(vinhTuong.below().stream().filter(DemoUnit::isBranch))
                .hasSize(4)
                .allSatisfy(branch ->
                        assertThat(vinhTuong.membersWithin(branch.code())).hasSize(9));
        assertThat(vinhTuong.members()).allMatch(member -> member.memberSince().isBefore(LocalDate.of(2017, 1, 1)));
    }

    @Test
    void theSameSeedMakesTheSameRegister() {
        assertThat(BinhThuy.generate()).isEqualTo(binhThuy);
        assertThat(CaiRang.generate()).isEqualTo(caiRang);
        assertThat(VinhTuong.generate()).isEqualTo(VinhTuong.generate());
    }

    @Test
    void everybodyIsMadeUpAndTheirDaysAreInOrder() {
        List<DemoMember> all = Stream.of(binhThuy, caiRang, VinhTuong.generate())
                .flatMap(district -> district.members().stream())
                .toList();
        assertThat(all).allSatisfy(member -> {
            assertThat(member.reference()).startsWith("GEN-");
            assertThat(member.person().identifier()).matches("999[0-9]{9}");
            assertThat(member.person().birthDate()).isBefore(member.admittedOn().minusYears(18));
            assertThat(member.admittedOn()).isBefore(member.recognisedOn());
            assertThat(member.recognisedOn()).isBefore(member.memberSince());
            assertThat(member.memberSince()).isBetween(LocalDate.of(2004, 1, 1), LocalDate.of(2019, 12, 31));
        });
        assertThat(Stream.concat(
                                all.stream().map(DemoMember::person),
                                Stream.of(binhThuy, caiRang)
                                        .flatMap(district -> district.admissions().stream())
                                        .map(Admission::person))
                        .map(DemoMember.Person::identifier))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBranchThatIsABaseStaysSmallAndAnOrganisationIsLarge() {
        assertThat(binhThuy.bases()).allSatisfy(base -> {
            int members = binhThuy.membersWithin(base.code()).size();
            if (base.isBranch()) {
                assertThat(members).isBetween(3, 29);
            } else {
                assertThat(members).isGreaterThanOrEqualTo(30);
            }
        });
    }
}
