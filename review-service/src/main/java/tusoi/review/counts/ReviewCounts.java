package tusoi.review.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.counts.BookCounts;

/** Reviews and the grades in force, by unit of record, year and what is reviewed; targets and their results by their last year. */
@Configuration(proxyBeanMethods = false)
class ReviewCounts {
    @Bean
    BookCounts bookCounts() {
        return new BookCounts("review.books-counted.v1", """
                select unit_id, 'review' as what,
                       year || ' ' || subject_type || case when excluded_reason is null then ' OBLIGED' else ' EXCLUDED' end as key,
                       count(*) as number
                  from review.review where cast(:day as date) is not null group by 1, 2, 3
                union all
                select unit_id, 'self-review', year || ' ' || subject_type, count(*)
                  from review.review where excluded_reason is null and self_reviewed_on is not null group by 1, 2, 3
                union all
                select r.unit_id, 'grade', r.year || ' ' || r.subject_type || ' ' || g.grade, count(*)
                  from review.review r
                  join review.grade g on g.review_id = r.id
                 where r.excluded_reason is null
                   and g.revision = (select max(l.revision) from review.grade l where l.review_id = r.id)
                 group by 1, 2, 3
                union all
                select unit_id, 'target', extract(year from to_day)::text, count(*)
                  from review.target where not cancelled group by 1, 2, 3
                union all
                select t.unit_id, 'target-result',
                       extract(year from t.to_day) || case when r.achieved then ' ACHIEVED' else ' MISSED' end, count(*)
                  from review.target t
                  join review.target_result r on r.target_id = t.id
                 where not t.cancelled and not r.withdrawn group by 1, 2, 3
                """);
    }
}
