package tusoi.org.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.counts.BookCounts;

/** Members by home unit and state, and units by their superior and level. */
@Configuration(proxyBeanMethods = false)
class OrgCounts {
    @Bean
    BookCounts bookCounts() {
        return new BookCounts("org.books-counted.v1", """
                with held as (
                    select unit_id, state, exempt, suspended from org.membership_version
                     where recorded_to = 'infinity' and valid_from <= :day and valid_to > :day
                )
                select unit_id, 'member' as what, state as key, count(*) as number from held group by unit_id, state
                union all
                select unit_id, 'member-exempt', state, count(*) from held where exempt group by unit_id, state
                union all
                select unit_id, 'member-suspended', state, count(*) from held where suspended group by unit_id, state
                union all
                select coalesce(parent_id, unit_id), 'unit', level, count(*) from scope.unit_version
                 where recorded_to = 'infinity' and valid_from <= :day and valid_to > :day
                 group by coalesce(parent_id, unit_id), level
                """);
    }
}
