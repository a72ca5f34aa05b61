package tusoi.reporting.sums;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param nodeUnits a unit with more than so many under it, on whatever day, has sums of its own */
@Validated
@ConfigurationProperties("tusoi.sums")
record SumsProperties(@DefaultValue("25") @Min(1) int nodeUnits) {}
