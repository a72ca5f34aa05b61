package tusoi.scope;

import java.util.Arrays;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what each role allows, as {@link Role} says it, where SQL can read it. */
class RoleRights implements InitializingBean {
    private final JdbcClient jdbc;

    RoleRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        String[] roles = Arrays.stream(Role.values())
                .flatMap(role -> role.rights().stream().map(right -> role.name()))
                .toArray(String[]::new);
        String[] rights = Arrays.stream(Role.values())
                .flatMap(role -> role.rights().stream().map(Right::name))
                .toArray(String[]::new);
        jdbc.sql("""
                with wanted as (select * from unnest(:roles::text[], :rights::text[]) as w (role, "right")),
                     gone as (
                    delete from scope.role_right r
                     where not exists (select from wanted w where w.role = r.role and w."right" = r."right"))
                insert into scope.role_right (role, "right") select role, "right" from wanted on conflict do nothing
                """).param("roles", roles).param("rights", rights).update();
    }
}
