package tusoi.org.members.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Corrections;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Why;
import tusoi.org.members.people.CorrectionCommand.CorrectDays;
import tusoi.org.members.people.CorrectionCommand.CorrectMovement;
import tusoi.org.members.people.CorrectionCommand.CorrectPerson;
import tusoi.org.members.people.CorrectionCommand.TakeBack;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Sets a wrong entry right, with a reason; what was held until then stays, and is told for a knownAt before. */
@Component
class CorrectionCommandHandler {
    private final MemberChanges changes;
    private final Persons persons;
    private final RuleProfiles profiles;
    private final UnitDirectory units;
    private final MemberStore store;
    private final Scope scope;

    CorrectionCommandHandler(
            MemberChanges changes,
            Persons persons,
            RuleProfiles profiles,
            UnitDirectory units,
            MemberStore store,
            Scope scope) {
        this.changes = changes;
        this.persons = persons;
        this.profiles = profiles;
        this.units = units;
        this.store = store;
        this.scope = scope;
    }

    @Transactional
    void handle(MemberId member, @Nullable IfMatch expected, CorrectionCommand command, String reason) {
        Why why = new Why(
                Map.of("correction", command.getClass().getSimpleName(), "reason", reason), null, Overrides.NONE);
        requireConcerned(member, command);
        changes.apply(member, expected, why, history -> decide(history, command));
        if (command instanceof CorrectPerson person) {
            persons.correct(member, person, reason);
        }
    }

    /**
     * A movement is corrected, or taken back, by who answers for every home that it left or led to, an admission by who answers for
     * every home; the rest by who answers for the last home. 404 for who answers for none of them, 403 for who does not answer for all.
     */
    private void requireConcerned(MemberId id, CorrectionCommand command) {
        MemberHistory history = store.asApp().read(id).orElseThrow(() -> ProblemException.notFound("The member"));
        Movement wrong = wrong(history, command);
        if (wrong == null) {
            changes.requireHome(id);
            return;
        }
        List<UnitId> concerned = Stream.concat(
                        Stream.of(wrong.unit(), wrong.other())
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull),
                        probationOf(wrong)
                                ? history.slices().slices().stream()
                                        .map(slice -> slice.value().home())
                                : Stream.empty())
                .distinct()
                .toList();
        List<UnitId> own = concerned.stream()
                .filter(unit -> scope.holds(Right.MEMBER_WRITE, unit.value()))
                .toList();
        if (own.isEmpty()) {
            changes.requireHome(id);
        }
        if (own.size() < concerned.size()) {
            throw ProblemException.lacksRight(Right.MEMBER_WRITE.name());
        }
    }

    /** The day of an admission moves that of the recognition, and with it the states of stays elsewhere. */
    private static boolean probationOf(Movement movement) {
        return movement.kind() == Movement.Kind.ADMITTED || movement.kind() == Movement.Kind.READMITTED;
    }

    private static @Nullable Movement wrong(MemberHistory history, CorrectionCommand command) {
        List<Movement> movements = history.movements();
        return switch (command) {
            case CorrectPerson person -> null;
            case CorrectDays days -> null;
            case CorrectMovement movement ->
                movement.place() < movements.size() ? movements.get(movement.place()) : null;
            case TakeBack none -> movements.getLast();
        };
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
