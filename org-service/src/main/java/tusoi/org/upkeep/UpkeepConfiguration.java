package tusoi.org.upkeep;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.org.grants.GrantBook;
import tusoi.org.posts.HeldPosts;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;

@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {
    @Bean
    Leader upkeepLeader(HeldPosts posts, GrantBook grants, Clock clock, LoaderConnections connections) {
        return new Leader(new Upkeep(posts, grants, clock), connections);
    }
}
