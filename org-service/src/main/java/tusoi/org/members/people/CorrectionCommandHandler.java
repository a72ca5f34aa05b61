package tusoi.org.members.people;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.Corrections;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.Why;
import tusoi.org.members.people.CorrectionCommand.CorrectDays;
import tusoi.org.members.people.CorrectionCommand.CorrectMovement;
import tusoi.org.members.people.CorrectionCommand.CorrectPerson;
import tusoi.org.members.people.CorrectionCommand.TakeBack;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.web.IfMatch;

/** Sets a wrong entry right, with a reason; what was held until then stays, and is told for a knownAt before. */
@Component
class CorrectionCommandHandler {
    private final MemberChanges changes;
    private final Persons persons;
    private final RuleProfiles profiles;
    private final UnitDirectory units;

    CorrectionCommandHandler(MemberChanges changes, Persons persons, RuleProfiles profiles, UnitDirectory units) {
        this.changes = changes;
        this.persons = persons;
        this.profiles = profiles;
        this.units = units;
    }

    @Transactional
    void handle(MemberId member, @Nullable IfMatch expected, CorrectionCommand command, String reason) {
        Why why = new Why(
                Map.of("correction", command.getClass().getSimpleName(), "reason", reason), null, Overrides.NONE);
        changes.change(member, expected, why, history -> decide(history, command));
        if (command instanceof CorrectPerson person) {
            persons.correct(member, person, reason);
        }
    }

    private Decision<MemberHistory, MemberChange> decide(MemberHistory member, CorrectionCommand command) {
        return switch (command) {
            case CorrectPerson person -> born(member, person.birthDate());
            case CorrectDays days ->
                Corrections.setDays(
                        member,
                        persons.birthDate(member.id()),
                        days.admittedOn() == null ? member.admittedOn() : days.admittedOn(),
                        days.recognisedOn() == null ? member.recognisedOn() : days.recognisedOn());
            case CorrectMovement movement ->
                Corrections.moveDay(
                        member, movement.place(), movement.on(), profiles.on("org", movement.on()), units::canBeHome);
            case TakeBack none -> Corrections.takeBack(member, units::canBeHome);
        };
    }

    private static Decision<MemberHistory, MemberChange> born(MemberHistory member, @Nullable LocalDate birthDate) {
        LocalDate first = member.admittedOn() == null
                        || member.admittedOn().isAfter(member.slices().start())
                ? member.slices().start()
                : member.admittedOn();
        return birthDate != null && !birthDate.isBefore(first)
                ? Decision.refused(
                        MemberRules.ORG_65,
                        "Born on or after the day of admission",
                        Map.of("birthDate", birthDate, "admittedOn", first))
                : Decision.accepted(member, MemberChange.CORRECTED);
    }
}
