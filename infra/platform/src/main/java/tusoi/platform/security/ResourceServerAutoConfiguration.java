package tusoi.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import tusoi.platform.problems.ProblemWriter;
import tusoi.platform.problems.ProblemsAutoConfiguration;

/** A stateless resource server: only probes, metrics and the description of the API answer without a token. */
@AutoConfiguration(
        after = ProblemsAutoConfiguration.class,
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenProperties.class)
class ResourceServerAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenProperties properties) {
        return TokenDecoders.decoder(properties);
    }

    @Bean
    CallerSubject callerSubject() {
        return new TokenCaller();
    }

    @Bean
    SecurityFilterChain resourceServer(
            HttpSecurity http, ProblemWriter problems, @Value("${tusoi.service}") String service) {
        TokenProblems tokenProblems = new TokenProblems(problems);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/api/" + service + "/v1/openapi/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(tokenProblems)
                        .accessDeniedHandler(tokenProblems)
                        .withObjectPostProcessor(unavailableKeysAreNoCrash(tokenProblems)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(tokenProblems).accessDeniedHandler(tokenProblems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The default handler rethrows what is not the token's fault, which would end as a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> unavailableKeysAreNoCrash(
            TokenProblems tokenProblems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                AuthenticationEntryPointFailureHandler handler =
                        new AuthenticationEntryPointFailureHandler(tokenProblems);
                handler.setRethrowAuthenticationServiceException(false);
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }
}
