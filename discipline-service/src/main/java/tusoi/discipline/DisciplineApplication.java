package tusoi.discipline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tusoi.platform.persistence.MigrationModule;

/** discipline-service: cases, decisions and removals. */
@SpringBootApplication
public class DisciplineApplication {
    public static void main(String[] args) {
        SpringApplication.run(DisciplineApplication.class, args);
    }

    @Bean
    MigrationModule disciplineMigrations() {
        return new MigrationModule("discipline", "classpath:db/discipline", 100);
    }
}
