package tusoi.review;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
public class ReviewApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ReviewApplication.class, arguments);
    }
}
