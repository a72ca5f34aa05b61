package tusoi.discipline.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.cases.domain.DisciplineCase.Heard;
import tusoi.discipline.cases.domain.DisciplineCase.Received;
import tusoi.discipline.cases.domain.DisciplineCase.Voted;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Hearing;
import tusoi.discipline.cases.domain.Proceedings.Preparation;
import tusoi.discipline.cases.domain.Proceedings.SelfReview;
import tusoi.discipline.cases.domain.Proceedings.Verification;
import tusoi.discipline.members.UnitId;

/** Cases of a generated branch of twelve official members. */
public final class CaseMother {
    public static final UnitId BRANCH = new UnitId(new UUID(7, 1));
    public static final UnitId BASE = new UnitId(new UUID(7, 2));
    static final LocalDate VOTED_ON = LocalDate.of(2022, 6, 1);
    static final Standing OFFICIAL = new Standing(SubjectType.MEMBER, true, false);
    static final Standing PROBATIONARY = new Standing(SubjectType.MEMBER, false, false);
    static final Standing UNIT = new Standing(SubjectType.UNIT, false, false);

    private CaseMother() {}

    public static Received received(@Nullable LocalDate violatedOn) {
        return new Received(new CaseFile(
                new CaseId(new UUID(7, 7)),
                SubjectType.MEMBER,
                new UUID(7, 8),
                BRANCH,
                "INSPECTION",
                List.of(Content.CORRUPTION_DELIBERATE),
                LocalDate.of(2022, 3, 1),
                violatedOn,
                List.of()));
    }

    public static Heard heard(@Nullable LocalDate violatedOn) {
        return new Heard(
                received(violatedOn).file(),
                new Preparation(
                        new Verification(LocalDate.of(2022, 3, 15), "3-QĐ/ĐU"),
                        new SelfReview(LocalDate.of(2022, 4, 15), true, Form.REPRIMAND),
                        new Hearing(LocalDate.of(2022, 5, 15), true)));
    }

    public static Voted voted(@Nullable LocalDate violatedOn, Form form, int inFavour) {
        return new Voted(
                heard(violatedOn).file(),
                heard(violatedOn).preparation(),
                new Ballot(VOTED_ON, BRANCH, 12, 12, Map.of(form, inFavour)));
    }

    static Decide byBranch(Form form, LocalDate signedOn, Standing standing) {
        return new Decide("1-QĐ/CB", form, BRANCH, "BRANCH", signedOn, null, standing);
    }
}
