package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.List;
import tusoi.journey.register.DemoMember;
import tusoi.journey.register.District;

/** Builds one district: its units, its people's accounts, its members. */
final class DistrictEntry {
    private final Desk desk;
    private final Accounts accounts;
    private final District district;
    private final List<String> wards;
    private final String closeUp;

    /** @param closeUp the ward whose branches have secretaries of their own */
    DistrictEntry(Desk desk, Accounts accounts, District district, List<String> wards, String closeUp) {
        this.desk = desk;
        this.accounts = accounts;
        this.district = district;
        this.wards = wards;
        this.closeUp = closeUp;
    }

    /** All who sign in, those who are needed first before the others. */
    List<DemoAccount> people() {
        List<DemoAccount> people = new ArrayList<>(DemoAccount.offices(district.unit()));
        people.addAll(offices());
        people.addAll(secretaries());
        return people;
    }

    private List<DemoAccount> offices() {
        return district.bases().stream()
                .filter(base -> wards.contains(base.code()))
                .flatMap(ward -> DemoAccount.offices(ward).stream())
                .toList();
    }

    private List<DemoAccount> secretaries() {
        return DemoAccount.secretaries(district, wards, closeUp);
    }

    void enter() {
        String code = district.unit().code();
        UnitEntry units = new UnitEntry(desk);
        units.establish(Desk.ADMINISTRATOR, district.unit());
        accounts.enter(DemoAccount.offices(district.unit()));
        units.establish(Desk.organisation(code), code, district.below());
        desk.say("  %s: %d units established".formatted(code, district.below().size() + 1));
        accounts.enter(offices());
        Parallel.run(List.of(this::members, () -> accounts.enter(secretaries())));
        desk.say("  %s: %d accounts with their grants".formatted(code, people().size()));
        Parallel.each(district.admissions(), admission -> new MemberEntry(desk)
                .admit(officerOf(admission.unit()), admission));
    }

    /** Each ward imports its own members, one of them from a workbook; the district those of all other bases. */
    private void members() {
        List<Runnable> imports = new ArrayList<>();
        MemberEntry entry = new MemberEntry(desk);
        for (String ward : wards) {
            List<DemoMember> members = district.membersWithin(ward);
            String officer = Desk.organisation(ward);
            if (!entry.isThere(officer, members.getFirst())) {
                imports.add(
                        ward.equals(closeUp)
                                ? () -> entry.importCsv(officer, ward, members)
                                : () -> importEither(entry, ward, members));
            }
        }
        List<DemoMember> others = district.members().stream()
                .filter(member -> wards.stream().noneMatch(ward -> member.unit().startsWith(ward + ".")))
                .toList();
        String officer = Desk.organisation(district.unit().code());
        if (!others.isEmpty() && !entry.isThere(officer, others.getFirst())) {
            imports.add(() -> entry.importCsv(officer, district.unit().code(), others));
        }
        Parallel.run(imports);
    }

    private void importEither(MemberEntry entry, String ward, List<DemoMember> members) {
        if (ward.equals(wards.getFirst())) {
            entry.importWorkbook(Desk.organisation(ward), ward, members);
        } else {
            entry.importCsv(Desk.organisation(ward), ward, members);
        }
    }

    /** The ward's office, where the unit is in a ward. */
    private String officerOf(String unit) {
        return wards.stream()
                .filter(ward -> unit.startsWith(ward + "."))
                .findFirst()
                .map(Desk::organisation)
                .orElse(Desk.organisation(district.unit().code()));
    }
}
