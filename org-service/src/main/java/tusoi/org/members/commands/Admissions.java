package tusoi.org.members.commands;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Admission;
import tusoi.org.members.domain.Admission.Introduction;
import tusoi.org.members.domain.Ballot;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.Identity;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.Why;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;

/** Admits somebody in the running transaction, with or without a prospect's file. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Admissions {
    private final MemberChanges changes;
    private final UnitDirectory units;
    private final MemberCommandHandler.Rules rules;

    Admissions(MemberChanges changes, UnitDirectory units, MemberCommandHandler.Rules rules) {
        this.changes = changes;
        this.units = units;
        this.rules = rules;
    }

    /** @param introductions null where nobody kept a file: then introducers are not asked for */
    public MemberId admit(
            Identity identity,
            UnitId home,
            LocalDate on,
            Basis basis,
            @Nullable Ballot ballot,
            @Nullable List<Introduction> introductions,
            Overrides overrides) {
        RuleProfile profile = rules.on(on);
        Admission admission = new Admission(home, on, identity.birthDate(), basis.signedOn(), ballot, introductions);
        return changes.enter(
                home,
                identity,
                null,
                new Why(basis, profile, overrides),
                id -> Entries.admit(id, admission, profile, units::canBeHome, rules.days()));
    }
}
