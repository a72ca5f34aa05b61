package tusoi.discipline.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.counts.BookCounts;

/** Decisions by form and removals by kind, by unit of record; those that were annulled apart. */
@Configuration(proxyBeanMethods = false)
class DisciplineCounts {
    @Bean
    BookCounts bookCounts() {
        return new BookCounts("discipline.books-counted.v1", """
                select v.unit_id, 'decision' as what,
                       (v.body #>> '{decision,form}') || case when v.body #>> '{annulment,on}' is null then '' else ' ANNULLED' end as key,
                       count(*) as number
                  from discipline.discipline_case c
                  join discipline.case_version v using (case_id, version)
                 where cast(:day as date) is not null and v.body #>> '{decision,form}' is not null
                 group by 1, 2, 3
                union all
                select v.unit_id, 'removal',
                       c.kind || case when v.body #>> '{annulment,on}' is null then '' else ' ANNULLED' end, count(*)
                  from discipline.removal c
                  join discipline.removal_version v using (case_id, version)
                 where v.body #>> '{decision,number}' is not null
                 group by 1, 2, 3
                """);
    }
}
