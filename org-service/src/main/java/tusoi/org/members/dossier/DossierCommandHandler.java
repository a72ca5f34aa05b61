package tusoi.org.members.dossier;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;

/** Adds to the dossier and ends what no longer holds, under the member's lock. None of it leaves the service. */
@Component
class DossierCommandHandler {
    private final MemberChanges changes;
    private final MemberStore members;
    private final JdbcClient jdbc;
    private final TransactionClock clock;
    private final Audit audit;

    DossierCommandHandler(
            MemberChanges changes, MemberStore members, JdbcClient jdbc, TransactionClock clock, Audit audit) {
        this.changes = changes;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    void qualify(MemberId id, String kind, String level, @Nullable LocalDate obtainedOn) {
        Members.Stored member = lock(id);
        jdbc.sql("insert into org.qualification values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(Ids.next(), id.value(), kind, level, obtainedOn, now()))
                .update();
        tell("org.qualification-added", member, Map.of("kind", kind, "level", level));
    }

    @Transactional
    void plan(MemberId id, String post, LocalDate from) {
        Members.Stored member = lock(id);
        jdbc.sql("insert into org.cadre_planning values (?, ?, ?, ?, 'infinity', ?)")
                .params(Ids.next(), id.value(), post, from, now())
                .update();
        tell("org.cadre-planned", member, Map.of("post", post, "from", from));
    }

    /** 404 where no such planning is open, 400 where it would end before it begins. */
    @Transactional
    void endPlan(MemberId id, UUID plan, LocalDate on) {
        Members.Stored member = lock(id);
        record Open(String post, LocalDate validFrom) {}
        Open open = jdbc.sql("""
                        select post, valid_from from org.cadre_planning
                        where id = ? and member_id = ? and recorded_to = 'infinity' and valid_to = 'infinity'
                        """)
                .params(plan, id.value())
                .query(Open.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The planning"));
        if (!on.isAfter(open.validFrom())) {
            throw ProblemException.unreadable("on", "It ends before it begins", "Take a later day");
        }
        OffsetDateTime at = now();
        jdbc.sql("update org.cadre_planning set recorded_to = ? where id = ?")
                .params(at, plan)
                .update();
        jdbc.sql("insert into org.cadre_planning values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), id.value(), open.post(), open.validFrom(), on, at)
                .update();
        tell("org.cadre-planning-ended", member, Map.of("post", open.post(), "on", on));
    }

    /** ORG-66: to an official member who holds none; 409 where another holds the number. */
    @Transactional
    void issue(MemberId id, String number, LocalDate on) {
        Members.Stored member = lock(id);
        boolean official = member.member()
                .slices()
                .on(on)
                .filter(held -> held.state() == MemberState.OFFICIAL)
                .isPresent();
        boolean holdsOne =
                jdbc.sql("""
                        select exists (select 1 from org.party_card
                                       where member_id = ? and recorded_to = 'infinity'
                                         and (withdrawn_on is null or withdrawn_on > ?))
                        """).params(id.value(), on).query(Boolean.class).single();
        if (!official || holdsOne) {
            throw new RuleViolation(
                    MemberRules.ORG_66,
                    official ? "Holds a card on " + on : "Not an official member on " + on,
                    Map.of("on", on));
        }
        try {
            jdbc.sql("insert into org.party_card values (?, ?, ?, ?, null, null, ?)")
                    .params(Ids.next(), id.value(), number, on, now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.duplicate("number", "Another member holds this card");
        }
        tell("org.card-issued", member, Map.of("number", number, "on", on));
    }

    /** 404 where none is held, 400 where it would be before it was issued. */
    @Transactional
    void withdraw(MemberId id, LocalDate on, String reason) {
        Members.Stored member = lock(id);
        record Held(UUID id, String number, LocalDate issuedOn) {}
        Held held = jdbc.sql("""
                        select id, number, issued_on from org.party_card
                        where member_id = ? and recorded_to = 'infinity' and withdrawn_on is null
                        """)
                .param(id.value())
                .query(Held.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The card"));
        if (on.isBefore(held.issuedOn())) {
            throw ProblemException.unreadable("on", "Before it was issued", "Take a later day");
        }
        OffsetDateTime at = now();
        jdbc.sql("update org.party_card set recorded_to = ? where id = ?")
                .params(at, held.id())
                .update();
        jdbc.sql("insert into org.party_card values (?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), id.value(), held.number(), held.issuedOn(), on, reason, at)
                .update();
        tell("org.card-withdrawn", member, Map.of("number", held.number(), "on", on));
    }

    private Members.Stored lock(MemberId id) {
        changes.requireHome(id);
        return members.asApp().lock(id).orElseThrow(() -> ProblemException.notFound("The member"));
    }

    private OffsetDateTime now() {
        return clock.recordedAt().atOffset(ZoneOffset.UTC);
    }

    private void tell(String action, Members.Stored member, Object after) {
        audit.changed(
                action,
                "member",
                member.member().id().value(),
                Members.home(member.member()).value(),
                null,
                after,
                null);
    }
}
