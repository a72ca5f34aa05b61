package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** Counts, as the loader role and so without row policies: what somebody may read alters no total. */
@Component
class FiguresQueries {
    /**
     * Of who went where the planner expects a handful; if it were thousands, it would compare each fact with each of them. Until the
     * transaction ends.
     */
    static final String EVERY_JOIN_BY_HASH = "set local enable_nestloop = off";

    private final Strays strays;
    private final Cycles cycles;
    private final PersonQueries persons;
    private final SummedFigures summed;
    private final DSLContext dsl;
    private final TransactionOperations transaction;

    FiguresQueries(
            Strays strays,
            Cycles cycles,
            PersonQueries persons,
            SummedFigures summed,
            @Loader DataSource loader,
            @Loader TransactionOperations transaction) {
        this.strays = strays;
        this.cycles = cycles;
        this.persons = persons;
        this.summed = summed;
        this.transaction = transaction;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /** The question with the review cycles that it means, and with what has to be minded of persons. */
    Question completed(Question question, List<Indicator> indicators) {
        boolean ofCycle =
                indicators.stream().anyMatch(indicator -> Formulas.of(indicator).ofCycle());
        Question withCycles = ofCycle ? question.with(cycles.of(question)) : question;
        return withCycles.with(persons.of(withCycles));
    }

    /** Every side of every figure: from the sums where it stands there, the others in one statement by facts. */
    Map<Part.Side, Map<Integer, Counts>> count(Question question, List<Indicator> indicators) {
        List<Part> parts = new ArrayList<>();
        for (int figure = 0; figure < indicators.size(); figure++) {
            parts.addAll(parts(figure, indicators.get(figure), question));
        }
        List<Count> all = new ArrayList<>();
        List<Part> byFacts = new ArrayList<>(parts);
        byFacts.removeAll(summed.count(question, parts, all));
        if (!byFacts.isEmpty()) {
            Select<Record> composed = Composer.compose(question, strays.of(question), byFacts);
            transaction.executeWithoutResult(_ -> {
                if (question.persons().moved()) {
                    dsl.execute(EVERY_JOIN_BY_HASH);
                }
                dsl.fetch(composed).stream().map(Count::of).forEach(all::add);
            });
        }
        Map<Part.Side, Map<Integer, Counts>> counts = new HashMap<>();
        all.forEach(count -> counts.computeIfAbsent(count.side(), _ -> new HashMap<>())
                .computeIfAbsent(count.figure(), _ -> new Counts(ofMissingPart(count.side())))
                .add(count));
        return counts;
    }

    static List<Part> parts(int figure, Indicator indicator, Question question) {
        Formula formula = Formulas.of(indicator);
        if (formula.ofCycle() && question.cycles().isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        List<@Nullable Dimension> by = new ArrayList<>(question.by());
        List<@Nullable Dimension> shared = new ArrayList<>(by);
        shared.replaceAll(
                dimension -> dimension != null && indicator.sharedDimensions().contains(dimension) ? dimension : null);
        parts.add(new Part(figure, Part.Side.NUMERATOR, formula.numerator().apply(question), by));
        Measure denominator =
                formula.denominator() == null ? null : formula.denominator().apply(question);
        Function<Question, Measure> ofParts = formula.partDenominator();
        if (denominator != null && ofParts == null) {
            parts.add(new Part(figure, Part.Side.DENOMINATOR, denominator, shared));
        } else if (denominator != null) {
            parts.add(new Part(figure, Part.Side.DENOMINATOR, denominator, List.of()));
        }
        if (denominator != null && ofParts != null && !by.isEmpty()) {
            parts.add(new Part(figure, Part.Side.PART_DENOMINATOR, ofParts.apply(question), shared));
        }
        if (formula.ownGrade() != null) {
            parts.add(new Part(
                    figure, Part.Side.OWN_GRADE, formula.ownGrade().apply(question), List.of(Dimension.GRADE)));
        }
        return parts;
    }

    /** A part for which nothing is planned has no plan of 0. */
    private static @Nullable BigDecimal ofMissingPart(Part.Side side) {
        return side == Part.Side.PART_DENOMINATOR ? null : BigDecimal.ZERO;
    }
}
