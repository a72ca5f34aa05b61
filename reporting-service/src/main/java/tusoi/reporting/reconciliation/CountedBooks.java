package tusoi.reporting.reconciliation;

import java.util.Arrays;

/** Whose books are counted and how the facts say the same, as known at {@code :at} and as of the day {@code :day}. */
enum CountedBooks {
    ORG("org", """
            select unit_id, 'member' as what, state as key, count(*) as number from held group by unit_id, state
            union all
            select unit_id, 'member-exempt', state, count(*) from held where exempt group by unit_id, state
            union all
            select unit_id, 'member-suspended', state, count(*) from held where suspended group by unit_id, state
            union all
            select coalesce(parent_id, unit_id), 'unit', level, count(*) from scope.unit_version
             where recorded_from <= :at and recorded_to > :at and valid_from <= :day and valid_to > :day
             group by coalesce(parent_id, unit_id), level
            """),
    REVIEW("review", """
            select unit_id, 'review', year || ' ' || subject_type || case when excluded_reason is null then ' OBLIGED' else ' EXCLUDED' end,
                   count(*)
              from reviewed group by 1, 2, 3
            union all
            select unit_id, 'self-review', year || ' ' || subject_type, count(*)
              from reviewed where excluded_reason is null and self_reviewed_on is not null group by 1, 2, 3
            union all
            select r.unit_id, 'grade', r.year || ' ' || r.subject_type || ' ' || g.grade, count(*)
              from reviewed r
              join reporting.review_grade g using (aggregate_id, version)
             where r.excluded_reason is null and g.valid_to = 'infinity' group by 1, 2, 3
            union all
            select unit_id, 'target', extract(year from to_day)::text, count(*)
              from reporting.target where recorded_from <= :at and recorded_to > :at group by 1, 2, 3
            union all
            select unit_id, 'target-result', extract(year from to_day) || case when achieved then ' ACHIEVED' else ' MISSED' end, count(*)
              from reporting.target_result where recorded_from <= :at and recorded_to > :at group by 1, 2, 3
            """),
    DISCIPLINE("discipline", """
            select unit_id, 'decision', form || case when annulled_on is null then '' else ' ANNULLED' end, count(*)
              from reporting.discipline_decision where recorded_from <= :at and recorded_to > :at group by 1, 2, 3
            union all
            select unit_id, 'removal', kind || case when annulled_on is null then '' else ' ANNULLED' end, count(*)
              from reporting.removal where recorded_from <= :at and recorded_to > :at group by 1, 2, 3
            """);

    private static final String KNOWN = """
            with held as (
                select * from reporting.membership
                 where recorded_from <= :at and recorded_to > :at and valid_from <= :day and valid_to > :day
            ), reviewed as (
                select * from reporting.review where recorded_from <= :at and recorded_to > :at
            ), fact (unit_id, what, key, number) as (
            """;

    private final String producer;
    private final String facts;

    CountedBooks(String producer, String facts) {
        this.producer = producer;
        this.facts = facts;
    }

    String producer() {
        return producer;
    }

    String type() {
        return producer + ".books-counted.v1";
    }

    /** A query's beginning that knows {@code fact}: unit, what, key and number. */
    String facts() {
        return KNOWN + facts + ")";
    }

    static CountedBooks of(String producer) {
        return Arrays.stream(values())
                .filter(books -> books.producer.equals(producer))
                .findFirst()
                .orElseThrow();
    }
}
