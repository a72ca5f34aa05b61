package tusoi.org.members.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.PartyAge;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.platform.problems.ProblemException;

/** The dossier of a member whose last home the caller may read. */
@Component
@Transactional(readOnly = true)
class DossierQueries {
    private final JdbcClient jdbc;
    private final MemberStore members;

    DossierQueries(JdbcClient jdbc, MemberStore members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    record QualificationView(
            UUID id, String kind, String level, @Nullable LocalDate obtainedOn) {}

    record PlanView(
            UUID id,
            String post,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record CardView(
            UUID id,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable String reason) {}

    /**
     * @param partyAge absent for who is not an official member on the day, or whose admission is not known
     * @param cadrePlanned planned for a post on the day
     */
    record DossierView(
            UUID memberId,
            LocalDate on,
            @Nullable PartyAge partyAge,
            boolean cadrePlanned,
            List<PlanView> cadrePlanning,
            List<QualificationView> qualifications,
            List<CardView> cards) {}

    private record Head(UUID unitId, @Nullable LocalDate firstAdmittedOn) {}

    /** 404 where the last home is not the caller's to read. */
    DossierView of(UUID member, LocalDate on) {
        Head head = jdbc.sql("""
                        select unit_id, first_admitted_on from org.member
                        where id = ? and merged_into is null and unit_id in (select scope.units_with('MEMBER_READ'))
                        """)
                .param(member)
                .query(Head.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The member"));
        List<PlanView> plans = plans(member);
        return new DossierView(
                member,
                on,
                PartyAge.on(history(member), head.firstAdmittedOn(), on).orElse(null),
                plans.stream().anyMatch(plan -> holdsOn(plan, on)),
                plans,
                jdbc.sql("""
                                select id, kind, level, obtained_on from org.qualification
                                where member_id = ? and recorded_to = 'infinity' order by kind, obtained_on
                                """).param(member).query(QualificationView.class).list(),
                jdbc.sql("""
                                select id, number, issued_on, withdrawn_on, reason from org.party_card
                                where member_id = ? and recorded_to = 'infinity' order by issued_on
                                """).param(member).query(CardView.class).list());
    }

    private List<PlanView> plans(UUID member) {
        return jdbc.sql("""
                        select id, post, valid_from, nullif(valid_to, 'infinity') as valid_to from org.cadre_planning
                        where member_id = ? and recorded_to = 'infinity' order by valid_from
                        """).param(member).query(PlanView.class).list();
    }

    private MemberHistory history(UUID id) {
        Members all = members.asApp();
        MemberId member = new MemberId(id);
        return all.read(member).orElseThrow(() -> ProblemException.notFound("The member"));
    }

    private static boolean holdsOn(PlanView plan, LocalDate on) {
        return !plan.validFrom().isAfter(on)
                && (plan.validTo() == null || plan.validTo().isAfter(on));
    }
}
