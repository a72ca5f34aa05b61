package tusoi.org;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tusoi.testkit.ServiceProperties;

/** The whole service on real servers, with a register that begins with Cần Thơ and the account {@link Register#ADMIN}. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TUSOI_ORG_PERSON_KEY=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "tusoi.org.staged.purge-every=1s",
            "TUSOI_BOOTSTRAP_SUBJECT=admin",
            "TUSOI_BOOTSTRAP_UNIT_CODE=CT",
            "TUSOI_BOOTSTRAP_UNIT_NAME=Đảng bộ thành phố Cần Thơ",
            "TUSOI_BOOTSTRAP_UNIT_SINCE=2004-01-01"
        })
@ContextConfiguration(initializers = ServiceProperties.class)
@Import({Register.class, Reorganising.class, Offices.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OrgTest {}
