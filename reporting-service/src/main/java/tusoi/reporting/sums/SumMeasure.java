package tusoi.reporting.sums;

/** What is summed: for each fact the days on which it holds, told apart by at most two of its own values, its unit and its recorded time. */
public enum SumMeasure {
    /** Memberships; by state and activity. */
    MEMBERS("""
            select f.aggregate_id, f.aggregate_id as person_id, f.unit_id, f.recorded_from, f.recorded_to, f.valid_from, f.valid_to,
                   null::uuid as cycle_id, f.state as k1,
                   case when f.suspended then 'SUSPENDED' when f.exempt then 'EXEMPT' else 'FULL' end as k2
              from reporting.membership f
            """),
    /** Members' grades of a cycle; by grade and year. */
    GRADES("""
            select f.aggregate_id, f.subject_id as person_id, f.unit_id, f.recorded_from, f.recorded_to, f.valid_from, f.valid_to,
                   f.cycle_id, f.grade as k1, f.year::text as k2
              from reporting.review_grade f where f.subject_type = 'MEMBER'
            """),
    /** Members whose review of a cycle is due; by nothing and year. */
    OBLIGED("""
            select f.aggregate_id, f.subject_id as person_id, f.unit_id, f.recorded_from, f.recorded_to,
                   coalesce(f.obliged_from, '0001-01-01') as valid_from, 'infinity'::date as valid_to, f.cycle_id,
                   null::text as k1, f.year::text as k2
              from reporting.review f where f.subject_type = 'MEMBER' and f.excluded_reason is null
            """),
    /** Those of them whose grade was decided. */
    REVIEWED("""
            select f.aggregate_id, f.subject_id as person_id, f.unit_id, f.recorded_from, f.recorded_to,
                   greatest(f.decided_on, f.obliged_from) as valid_from, 'infinity'::date as valid_to, f.cycle_id,
                   null::text as k1, f.year::text as k2
              from reporting.review f
             where f.subject_type = 'MEMBER' and f.excluded_reason is null and f.decided_on is not null
            """),
    /** Members who are not graded; by reason and year. */
    EXCLUDED("""
            select f.aggregate_id, f.subject_id as person_id, f.unit_id, f.recorded_from, f.recorded_to, date '0001-01-01' as valid_from,
                   'infinity'::date as valid_to, f.cycle_id, f.excluded_reason as k1, f.year::text as k2
              from reporting.review f where f.subject_type = 'MEMBER' and f.excluded_reason is not null
            """);

    private final String facts;

    SumMeasure(String facts) {
        this.facts = facts;
    }

    /**
     * Each fact with whose it is, its unit, its two times and its two values: {@code person_id}, {@code unit_id}, {@code recorded_from},
     * {@code recorded_to}, {@code valid_from}, {@code valid_to}, {@code cycle_id}, {@code k1}, {@code k2}.
     */
    public String facts() {
        return facts;
    }

    /** Every fact's steps whose recorded time lies within; who is changed is looked at alone, where that is told. */
    String steps(boolean onlyChanged) {
        return stepsOf(onlyChanged ? "in (select aggregate_id from reporting.sum_changed)" : "is not null");
    }

    /** @param which facts are looked at, by whose they are */
    String stepsOf(String which) {
        return """
                select f.unit_id, f.cycle_id, f.k1, f.k2, step.recorded, step.day, step.amount
                  from (%s) f
                 cross join lateral (values (f.recorded_from, f.valid_from, 1), (f.recorded_from, f.valid_to, -1),
                                            (f.recorded_to, f.valid_from, -1), (f.recorded_to, f.valid_to, 1))
                    as step (recorded, day, amount)
                 where f.aggregate_id %s and f.recorded_from < f.recorded_to and f.valid_from < f.valid_to
                   and step.day < 'infinity' and step.recorded > :after and step.recorded <= :through
                """.formatted(facts, which);
    }
}
