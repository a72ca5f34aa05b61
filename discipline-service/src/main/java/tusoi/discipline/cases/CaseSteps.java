package tusoi.discipline.cases;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.discipline.cases.domain.CaseEvent;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineRules;
import tusoi.discipline.days.PastDays;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;

/** One step of a case: scope and lock, no day that has not come, the rule, and what is written. */
@Component
class CaseSteps {
    private final CaseRecorder recorder;
    private final PastDays days;

    CaseSteps(CaseRecorder recorder, PastDays days) {
        this.recorder = recorder;
        this.days = days;
    }

    <S extends DisciplineCase> void take(
            CaseId id,
            IfMatch match,
            Right right,
            LocalDate on,
            Overrides overrides,
            Function<Cases.Locked, Decision<S, CaseEvent>> rule) {
        Cases.Locked locked = recorder.lock(id, match, right);
        days.mustHave(DisciplineRules.ORDER_OF_DAYS, on);
        var accepted = rule.apply(locked).orThrow(overrides);
        recorder.save(locked, accepted.state(), accepted.event(), reason(overrides));
    }

    private static @Nullable String reason(Overrides overrides) {
        return overrides.reasonsByRule().isEmpty()
                ? null
                : overrides.reasonsByRule().toString();
    }
}
