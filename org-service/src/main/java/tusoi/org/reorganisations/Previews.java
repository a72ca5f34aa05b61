package tusoi.org.reorganisations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.PreviewView.Counts;
import tusoi.org.reorganisations.PreviewView.MemberWay;
import tusoi.org.reorganisations.PreviewView.Refusal;
import tusoi.org.reorganisations.PreviewView.UnitEffect;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.org.reorganisations.drafts.Reach;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.reorganisations.drafts.Reorganisations;
import tusoi.org.reorganisations.works.Workshop;
import tusoi.org.units.TreeDraft;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Shows drafts as they would come out, to whoever could confirm them. */
@Component
class Previews {
    private final Reach reach;
    private final Reorganisations reorganisations;
    private final Workshop workshop;
    private final JdbcClient jdbc;
    private final Audit audit;

    Previews(Reach reach, Reorganisations reorganisations, Workshop workshop, JdbcClient jdbc, Audit audit) {
        this.reach = reach;
        this.reorganisations = reorganisations;
        this.workshop = workshop;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    PreviewView of(UUID id) {
        Reorganisation draft = draft(id);
        Workshop.Work work = workshop.work(draft, false);
        List<UnitEffect> units = units(work);
        audit.read(
                "org.reorganisation-previewed",
                "reorganisation",
                id,
                draft.named().getFirst().value());
        return new PreviewView(
                id,
                draft.decision().effectiveOn(),
                work.fingerprint(),
                work.refusals().isEmpty(),
                new Counts(
                        units.size(),
                        work.ways().size(),
                        work.things().posts().size(),
                        work.things().matters().stamps().size(),
                        work.things().transfers().size(),
                        work.things().cycles().size(),
                        work.refusals().size(),
                        work.warnings().size()),
                most(units),
                most(work.things().posts()),
                most(work.things().matters().told()),
                most(work.things().transfers()),
                most(work.things().cycles()),
                most(work.refusals()).stream()
                        .map(refused -> new Refusal(refused.rule().code(), message(refused), refused.facts()))
                        .toList(),
                most(work.warnings()).stream()
                        .map(warning -> new Refusal(warning.rule().code(), warning.detail(), warning.facts()))
                        .toList());
    }

    /** Everybody who would change home, by id; leaves a trace, as names are shown. */
    @Transactional
    Page<MemberWay> members(UUID id, PageRequest page) {
        Reorganisation draft = draft(id);
        UUID after = page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        Comparator<Way> order = Comparator.comparing(way -> way.member().value().toString());
        List<Way> ways = workshop.work(draft, false).ways().stream()
                .sorted(order)
                .filter(way -> after == null || way.member().value().toString().compareTo(after.toString()) > 0)
                .limit(page.size() + 1L)
                .toList();
        Map<UUID, String> names = names(ways);
        audit.read(
                "org.reorganisation-members-read",
                "reorganisation",
                id,
                draft.named().getFirst().value());
        List<MemberWay> rows = ways.stream()
                .map(way -> new MemberWay(
                        way.member().value(),
                        names.getOrDefault(way.member().value(), ""),
                        way.from().value(),
                        way.to().value()))
                .toList();
        return Cursor.page(rows, page.size(), row -> Cursor.of(row.memberId()));
    }

    private Reorganisation draft(UUID id) {
        reach.account();
        Reorganisation found =
                reorganisations.find(id).orElseThrow(() -> ProblemException.notFound("The reorganisation"));
        reach.require(found.named());
        if (found.state() != Reorganisation.State.DRAFT) {
            throw ProblemException.wrongState("The reorganisation is " + found.state() + " already");
        }
        return found;
    }

    private static List<UnitEffect> units(Workshop.Work work) {
        Map<UnitId, Integer> leaving = new HashMap<>();
        Map<UnitId, Integer> coming = new LinkedHashMap<>();
        for (Way way : work.ways()) {
            leaving.merge(way.from(), 1, Integer::sum);
            coming.merge(way.to(), 1, Integer::sum);
        }
        List<UnitEffect> effects = new ArrayList<>();
        for (TreeDraft.Effect effect : work.tree().effects()) {
            effects.add(new UnitEffect(
                    effect.unit().value(),
                    effect.code(),
                    effect.changes(),
                    leaving.getOrDefault(effect.unit(), 0),
                    coming.getOrDefault(effect.unit(), 0)));
            coming.remove(effect.unit());
        }
        coming.forEach((unit, members) -> effects.add(new UnitEffect(
                unit.value(), work.tree().codeOf(unit), List.of(), leaving.getOrDefault(unit, 0), members)));
        return effects;
    }

    private Map<UUID, String> names(List<Way> ways) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        select m.id, p.full_name from org.member m join org.person p on p.id = m.person_id
                        where m.id = any (:ids::uuid[])
                        """)
                .param("ids", SqlArrays.of("uuid", ways, way -> way.member().value()))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    private static String message(RuntimeException refused) {
        String message = refused.getMessage();
        return message == null ? "" : message;
    }

    private static <T> List<T> most(List<T> all) {
        return all.subList(0, Math.min(all.size(), PreviewView.MOST));
    }
}
