package tusoi.reporting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tusoi.testkit.ServiceProperties;

/** The whole service on a real database; events are put in as the inbox would. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"tusoi.inbox.enabled=false", "tusoi.sums.node-units=3", ReportingTest.SIGNING_KEY})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceProperties.class)
@Import({Feed.class, Asking.class})
public @interface ReportingTest {
    /** Of no worth: it signs what tests publish. */
    String SIGNING_KEY = "tusoi.reports.signing-key=MC4CAQAwBQYDK2VwBCIEIAd7w37RA3BqCL269n0XC5EvrUB1cGHa5aqwRm4ni1+T."
            + "MCowBQYDK2VwAyEAAmkzcKtAg6vFl5usIQSLvCnaaxpL/4+YnUSE7sbV6AI=";
}
