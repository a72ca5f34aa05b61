package tusoi.reporting.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param perAccount streams that one account may have open
 * @param inAll streams that one instance serves
 * @param parallel streams whose figures are computed at a time
 * @param lookEvery how often it is looked whether something came in; all pages are answered as of what was seen then
 * @param freshEvery how often a page is told how fresh its figures are while they do not change
 * @param rightsEvery at most how often a stream's right is asked for anew
 * @param atMost how long a stream lasts; the page then opens another one, with a newer token
 */
@ConfigurationProperties("tusoi.live")
record LiveProperties(
        @DefaultValue("64") int perAccount,
        @DefaultValue("500") int inAll,
        @DefaultValue("2") int parallel,
        @DefaultValue("200ms") Duration lookEvery,
        @DefaultValue("250ms") Duration freshEvery,
        @DefaultValue("400ms") Duration rightsEvery,
        @DefaultValue("5m") Duration atMost) {}
