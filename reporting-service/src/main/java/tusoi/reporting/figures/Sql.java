package tusoi.reporting.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The tables that figures are composed of, by name, and the two times. */
final class Sql {
    private Sql() {}

    static Table<Record> facts(String table, String alias) {
        return DSL.table(DSL.name("reporting", table)).as(alias);
    }

    static Table<Record> tree(String table, String alias) {
        return DSL.table(DSL.name("scope", table)).as(alias);
    }

    static Field<UUID> id(String alias, String column) {
        return DSL.field(DSL.name(alias, column), UUID.class);
    }

    static Field<String> text(String alias, String column) {
        return DSL.field(DSL.name(alias, column), String.class);
    }

    static Field<LocalDate> day(String alias, String column) {
        return DSL.field(DSL.name(alias, column), LocalDate.class);
    }

    static <T> Field<T> field(String alias, String column, Class<T> type) {
        return DSL.field(DSL.name(alias, column), type);
    }

    /** One of many, whatever their number. */
    static Condition isAnyOf(Field<UUID> field, Collection<UUID> ids) {
        return DSL.condition("{0} = any ({1})", field, DSL.val(ids.toArray(UUID[]::new)));
    }

    /** Held to be so at the instant asked for. */
    static Condition known(String alias, Question question) {
        OffsetDateTime knownAt = question.knownAt().atOffset(ZoneOffset.UTC);
        return field(alias, "recorded_from", OffsetDateTime.class)
                .le(knownAt)
                .and(field(alias, "recorded_to", OffsetDateTime.class).gt(knownAt));
    }

    /** So on the day. */
    static Condition on(LocalDate day, String alias) {
        return day(alias, "valid_from").le(day).and(day(alias, "valid_to").gt(day));
    }

    static Condition inTree(String alias, Question question) {
        return on(question.asOf(), alias).and(known(alias, question));
    }

    /** The span's days, both ends included. */
    static Condition inSpan(Field<LocalDate> day, Question question) {
        return day.between(question.from(), question.to());
    }
}
