package io.guestflow.security;

import static org.springframework.security.config.Customizer.withDefaults;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may go where; what no rule names is denied. The guests' pages have a chain of their own, in between. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final RequestMatcher CAMUNDA = matcher("/camunda/**");
    private static final RequestMatcher CAMUNDA_API = matcher("/camunda/api/**");
    private static final RequestMatcher CAMUNDA_LOGOUT = matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
    /** Bring a policy of their own: Camunda's pages, and a letter in the mailbox. */
    private static final RequestMatcher OWN_POLICY = new OrRequestMatcher(CAMUNDA, matcher("/mailbox/{letter}/html"));

    /** Patterns mean paths, whichever servlet serves them: the engine's REST API and Camunda's pages have servlets of their own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The engine's REST API for Camunda Modeler and scripts: no session, and no challenge that a browser would answer by itself. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().hasAnyRole(StaffRole.all()))
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staff(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(rules -> rules
                        .requestMatchers("/", "/login", "/error", "/favicon.ico", "/assets/**", "/mailbox", "/mailbox/**").permitAll()
                        .requestMatchers(EndpointRequest.to("health", "info")).permitAll()
                        .requestMatchers("/guests/**", "/desk/**").hasAnyRole(StaffRole.workingWithGuests())
                        // Camunda's set-up of a first user needs no rights where it is open
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**").denyAll()
                        .requestMatchers("/camunda/**").hasAnyRole(StaffRole.all())
                        .anyRequest().denyAll())
                .formLogin(login -> login.loginPage("/login"))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(matcher(HttpMethod.POST, "/logout"), CAMUNDA_LOGOUT))
                        .logoutSuccessUrl("/login?logout"))
                // Camunda's own filter protects its API
                .csrf(csrf -> csrf.ignoringRequestMatchers(CAMUNDA))
                .exceptionHandling(errors -> errors
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), CAMUNDA_API)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .headers(headers -> headers
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(OWN_POLICY),
                                new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY))))
                .sessionManagement(withDefaults())
                .build();
    }

    private static RequestMatcher matcher(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher matcher(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
