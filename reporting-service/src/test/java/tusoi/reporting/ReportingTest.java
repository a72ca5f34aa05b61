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
@SpringBootTest(properties = "tusoi.inbox.enabled=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceProperties.class)
@Import({Feed.class, Asking.class})
public @interface ReportingTest {}
