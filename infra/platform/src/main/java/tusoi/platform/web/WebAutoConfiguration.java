package tusoi.platform.web;

import com.fasterxml.jackson.annotation.Nulls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;
import tusoi.platform.problems.ProblemWriter;
import tusoi.platform.problems.Problems;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.security.ActorIds;

/** The HTTP habits: idempotent commands, versions, pages, limits, strict bodies. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebAutoConfiguration {
    private static final int AFTER_SECURITY = -90;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class, PageRequest.class);
    }

    @Bean
    Idempotency idempotency(JdbcClient jdbc, JsonMapper json, ObjectProvider<Replays> replays) {
        return new Idempotency(jdbc, json, SingletonSupplier.of(() -> replays.getIfAvailable(() -> () -> {})));
    }

    @Bean
    ExpiredKeys expiredKeys(@Loader JdbcClient jdbc) {
        return new ExpiredKeys(jdbc);
    }

    @Bean
    WebMvcRegistrations commandAdapter(
            ObjectProvider<Idempotency> idempotency,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<ActorIds> actors,
            Problems problems,
            ObjectProvider<MeterRegistry> meters) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new CommandAdapter(
                        new IdempotentCalls(idempotency.getObject(), transactions::getObject, actorIds(actors)),
                        problems,
                        meters.getObject());
            }
        };
    }

    @Bean
    BulkCommands bulkCommands(
            Idempotency idempotency,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<ActorIds> actors,
            Problems problems,
            JsonMapper json) {
        return new BulkRunner(idempotency, transactions::getObject, actorIds(actors), problems, json);
    }

    @Bean
    FreshnessController freshnessController(Watermarks watermarks) {
        return new FreshnessController(watermarks);
    }

    @Bean
    ParameterAdvice parameterAdvice() {
        return new ParameterAdvice();
    }

    @Bean
    OpenApiCustomizer apiDescription(
            @Value("${tusoi.service}") String service, Problems problems, ObjectProvider<RuleProfiles> profiles) {
        return new ApiDescription(service, () -> codes(problems, profiles.getIfAvailable()));
    }

    @Bean
    OperationCustomizer describedHabits() {
        return new DescribedHabits();
    }

    @Bean
    PropertyCustomizer describedConstraints() {
        return new DescribedConstraints();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            ProblemWriter problems, @Value("${tusoi.web.body-limit:10MB}") DataSize limit) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(limit, problems));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    WebMvcConfigurer httpHabits(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments());
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict(json)));
            }
        };
    }

    private static SortedSet<String> codes(Problems problems, @Nullable RuleProfiles profiles) {
        SortedSet<String> codes = new TreeSet<>(problems.codes());
        if (profiles != null) {
            profiles.all().forEach(profile -> codes.addAll(profile.rules().keySet()));
        }
        return codes;
    }

    /** A service without accounts of its own works as the system, as its transactions do. */
    private static Supplier<ActorIds> actorIds(ObjectProvider<ActorIds> actors) {
        return SingletonSupplier.of(() -> actors.getIfAvailable(() -> () -> ActorIds.SYSTEM));
    }

    /**
     * Bodies are read strictly, so that a mistyped field is told and not lost, and a null within a list or a map too, and so that
     * nothing is taken that the description of the API forbids, such as a number written as a text. Only here: consumers of events
     * share the plain mapper, and must ignore what they do not know.
     */
    static JsonMapper strict(JsonMapper json) {
        return json.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule("from-text")
                        .addDeserializer(String.class, FromText.text())
                        .addDeserializer(LocalDate.class, FromText.day())
                        .addDeserializer(Instant.class, FromText.instant())
                        .addDeserializer(UUID.class, FromText.id()))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .build();
    }
}
