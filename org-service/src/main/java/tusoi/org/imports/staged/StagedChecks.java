package tusoi.org.imports.staged;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.imports.domain.RowError;

/** What a row cannot know of itself: its unit, its like in the file, its like in the register. Asked of the set, as loader. */
public final class StagedChecks {
    private static final String HOMES = """
            update org.import_row r set unit_id = u.id
            from org.unit u
            where r.import_id = :import and lower(u.code) = lower(r.unit_code)
              and exists (select 1 from scope.closure c
                          where c.ancestor_id = :unit and c.unit_id = u.id and c.recorded_to = 'infinity'
                            and c.valid_from <= scope.today() and c.valid_to > scope.today())
              and exists (select 1 from scope.unit_life l
                          where l.unit_id = u.id and l.first_day <= r.member_since and l.end_day = 'infinity')
              and not exists (select 1 from scope.unit_version v
                              where v.unit_id = u.id and v.recorded_to = 'infinity' and v.valid_to > r.member_since
                                and v.form <> 'BRANCH')
            """;
    private static final String NO_HOME = """
            insert into org.import_error
            select import_id, row_number, 'unit_code', 'ORG-12', 'Not a branch of this import''s unit, alive since member_since',
                   left(unit_code, 40)
            from org.import_row where import_id = :import and unit_id is null
            order by row_number limit 10000
            """;
    private static final String TWICE = """
            insert into org.import_error
            select import_id, row_number, 'person_identifier', 'duplicate-in-file', 'The same person stands in row ' || first_row, null
            from (select import_id, row_number,
                         min(row_number) over (partition by identifier_hash) as first_row
                  from org.import_row where import_id = :import) r
            where row_number > first_row
            order by row_number limit 10000
            """;
    private static final String KNOWN = """
            insert into org.import_error
            select r.import_id, r.row_number, 'person_identifier', 'duplicate-in-register',
                   'ORG-11: this person is in the register already', null
            from org.import_row r
            where r.import_id = :import
              and exists (select 1 from org.person p where p.identifier_hash = r.identifier_hash)
            order by r.row_number limit 10000
            """;

    private final JdbcClient loader;

    public StagedChecks(JdbcClient loader) {
        this.loader = loader;
    }

    /** Writes the errors down and returns how many there are beyond those already known; of each kind ten thousand count. */
    public int check(UUID importId, UUID unit) {
        loader.sql("analyze org.import_row").update();
        loader.sql(HOMES).param("import", importId).param("unit", unit).update();
        return count(NO_HOME, importId) + count(TWICE, importId) + count(KNOWN, importId);
    }

    /** Only the homes, where the file may well have people whom the register has. */
    public int findHomes(UUID importId, UUID unit) {
        loader.sql("analyze org.import_row").update();
        loader.sql(HOMES).param("import", importId).param("unit", unit).update();
        return count(NO_HOME, importId) + count(TWICE, importId);
    }

    public void keep(UUID importId, List<RowError> errors) {
        for (RowError error : errors) {
            loader.sql("insert into org.import_error values (:import, :row, :column, :code, :message, :value)")
                    .param("import", importId)
                    .param("row", error.row())
                    .param("column", error.column())
                    .param("code", error.code())
                    .param("message", error.message())
                    .param("value", error.value())
                    .update();
        }
    }

    private int count(String statement, UUID importId) {
        return loader.sql(statement).param("import", importId).update();
    }
}
