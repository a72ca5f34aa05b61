package tusoi.org.members.people;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.FileCorrections;
import tusoi.org.members.people.CorrectionCommand.CorrectDays;
import tusoi.org.members.people.CorrectionCommand.CorrectPerson;
import tusoi.platform.web.IfMatch;

/** First the days, which rest on the birth day as it was, then the person. */
@Component
class OwnFileCorrections implements FileCorrections {
    private final CorrectionCommandHandler handler;

    OwnFileCorrections(CorrectionCommandHandler handler) {
        this.handler = handler;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(UUID member, long expectedVersion, Right right, String reason) {
        MemberId id = new MemberId(member);
        IfMatch expected = new IfMatch(expectedVersion);
        boolean days = right.admittedOn() != null || right.recognisedOn() != null;
        boolean person = right.fullName() != null || right.birthDate() != null || right.gender() != null;
        if (days) {
            handler.handle(id, expected, new CorrectDays(right.admittedOn(), right.recognisedOn()), reason);
        }
        if (person) {
            handler.handle(
                    id,
                    days ? null : expected,
                    new CorrectPerson(right.fullName(), right.birthDate(), right.gender(), null),
                    reason);
        }
    }
}
