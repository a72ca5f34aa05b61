package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.decision;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrgTest
class UnitsTest {
    @Autowired
    Register register;

    @Test
    void theRegisterBeginsWithItsRootAndItsAdministrator() {
        var me = register.get(ADMIN, "/me");
        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.body().path("grants").get(0).path("unitCode").asString()).isEqualTo("CT");
        assertThat(me.body().path("grants").get(0).path("role").asString()).isEqualTo("REGISTER_ADMINISTRATOR");
    }

    @Test
    void aUnitIsReadAsOfAnyDay() {
        String ward = register.ward();
        String branch = register.branch(ward);
        var now = register.get(ADMIN, "/units/" + branch);
        assertThat(now.status()).isEqualTo(200);
        var renamed = register.change(
                ADMIN,
                "/units/" + branch + "/rename",
                now.version(),
                Map.of("name", "Tên mới", "decision", decision("2020-01-01")));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(register.get(ADMIN, "/units/" + branch + "?asOf=2019-12-31")
                        .body()
                        .path("name")
                        .asString())
                .startsWith("Đơn vị");
        assertThat(register.get(ADMIN, "/units/" + branch + "?asOf=2020-01-01")
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("Tên mới");
        assertThat(register.get(ADMIN, "/units/" + branch + "?asOf=2009-12-31").status())
                .isEqualTo(404);
    }
}
