package tusoi.review.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.counts.BookCounts;

/** Reviews and the grades in force, by unit of record, year and what is reviewed. */
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
                """);
    }
}
