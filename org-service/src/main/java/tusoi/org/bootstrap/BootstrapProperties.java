package tusoi.org.bootstrap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tusoi.org.units.RootLevel;

/** What an empty register begins with; nothing where the subject is missing. */
@ConfigurationProperties("tusoi.org.bootstrap")
record BootstrapProperties(
        @DefaultValue("") String subject,
        @DefaultValue("") String username,
        @DefaultValue("") String unitCode,
        @DefaultValue("") String unitName,
        @DefaultValue("PROVINCE") RootLevel unitLevel,
        @Nullable LocalDate unitSince) {}
