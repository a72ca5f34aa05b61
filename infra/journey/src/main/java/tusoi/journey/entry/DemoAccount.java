package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.List;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

/** Somebody who signs in, and as what. */
record DemoAccount(String username, String unit, List<String> roles) {
    private static DemoAccount of(String username, DemoUnit unit, String... roles) {
        return new DemoAccount(username, unit.code(), List.of(roles));
    }

    /** Each role of a district or a ward is somebody of its own. */
    static List<DemoAccount> offices(DemoUnit unit) {
        String code = unit.code();
        return List.of(
                of(Desk.organisation(code), unit, "ORGANISATION_OFFICER"),
                of(Desk.inspection(code), unit, "INSPECTION_OFFICER"),
                of(Desk.committee(code), unit, "COMMITTEE_OFFICER"),
                of(Desk.observer(code), unit, "OBSERVER"),
                of(Desk.administrator(code), unit, "REGISTER_ADMINISTRATOR"));
    }

    /**
     * The secretary of each base, who where there are no offices also records what its committee decides, and those of the
     * branches and sections of the ward that is shown close up.
     */
    static List<DemoAccount> secretaries(District district, List<String> wards, String closeUp) {
        List<DemoAccount> accounts = new ArrayList<>();
        for (DemoUnit base : district.bases()) {
            String secretary = Desk.secretary(base.code());
            accounts.add(
                    wards.contains(base.code())
                            ? of(secretary, base, "SECRETARY")
                            : of(secretary, base, "SECRETARY", "COMMITTEE_OFFICER"));
        }
        district.within(closeUp)
                .filter(unit -> !unit.isBase())
                .forEach(unit -> accounts.add(of(Desk.secretary(unit.code()), unit, "SECRETARY")));
        return accounts;
    }
}
