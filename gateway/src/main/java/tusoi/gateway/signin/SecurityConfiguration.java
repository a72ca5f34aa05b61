package tusoi.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tusoi.gateway.limits.RateLimitFilter;
import tusoi.gateway.problems.Problem;

/** Two chains: API clients with a token, without session and CSRF; and browsers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Styles are written by the component library at run time; scripts come from our own files alone. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    @Order(1)
    SecurityFilterChain apiClients(HttpSecurity http, RateLimitFilter rateLimit) {
        return http.securityMatcher(new BearerRequests())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(SecurityConfiguration::safely)
                .addFilterAfter(rateLimit, HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            RateLimitFilter rateLimit,
            SignInProperties properties,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository tokens,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForTokens) {
        return http.authorizeHttpRequests(it -> it.requestMatchers("/api/session", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(new MetricsReaders(properties.metricsFrom()))
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(it -> it.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(tokens)
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeForTokens))
                        .loginPage("/")
                        .defaultSuccessUrl("/", true)
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler("/?sign-in=failed")))
                .logout(it -> it.logoutSuccessHandler(new SignOut(registrations, properties.baseUri() + "/"))
                        .deleteCookies("TUSOI_SESSION"))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(it -> it.spa().csrfTokenRepository(pageToken()))
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, e) ->
                                Problem.unauthenticated().writeTo(response))
                        .accessDeniedHandler((request, response, e) ->
                                refusal(e instanceof CsrfException).writeTo(response)))
                .headers(SecurityConfiguration::safely)
                .addFilterAfter(rateLimit, HeaderWriterFilter.class)
                .build();
    }

    /** Files of the app that anybody may have, and caches may keep: nothing of a session goes with them. */
    @Bean
    @Order(0)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher("/assets/**")
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(SecurityConfiguration::safely)
                .build();
    }

    private static CookieCsrfTokenRepository pageToken() {
        var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(it -> it.sameSite("Strict"));
        return cookies;
    }

    private static Problem refusal(boolean csrf) {
        return csrf
                ? Problem.of(HttpStatus.FORBIDDEN, "csrf", "The page's token is missing or old")
                        .remedy("Send the cookie XSRF-TOKEN as header X-XSRF-TOKEN; reload the page")
                : Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed from here");
    }

    private static void safely(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults())
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        it -> it.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
