package tusoi.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param caller for each signed-in subject and each bearer token
 * @param address for each client address; many people may sit behind one
 * @param remembered how many buckets are kept at most; the least used one is forgotten, which fills it
 */
@ConfigurationProperties("tusoi.gateway.rate")
record RateLimits(
        @DefaultValue Rate caller,
        @DefaultValue Rate address,
        @DefaultValue("20000") int remembered) {

    /**
     * @param perSecond what flows back into the bucket
     * @param burst what it holds
     */
    record Rate(int perSecond, int burst) {}
}
