package tusoi.org.members.transfers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.calendar.HolidaySource;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.HomeLives;
import tusoi.org.members.removals.OpenCases;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;

/** What a transfer is judged by: the profile of the day, the calendar, cases that are open, branches that live. */
@Component
class TransferRules implements HomeLives {
    private final RuleProfiles profiles;
    private final WorkingDays days;
    private final OpenCases cases;
    private final UnitDirectory units;
    private final HolidaySource holidays;

    TransferRules(
            RuleProfiles profiles, WorkingDays days, OpenCases cases, UnitDirectory units, HolidaySource holidays) {
        this.holidays = holidays;
        this.profiles = profiles;
        this.days = days;
        this.cases = cases;
        this.units = units;
    }

    RuleProfile on(LocalDate day) {
        return profiles.on("org", day);
    }

    WorkingDays days() {
        return days;
    }

    HolidaySource holidays() {
        return holidays;
    }

    boolean hasOpenCase(MemberId member) {
        return cases.against(member);
    }

    @Override
    public boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return units.canBeHome(unit, from, to);
    }
}
