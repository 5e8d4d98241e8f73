package io.guestflow.security;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may go where, area by area; what no rule names is denied. The guests' pages have a chain of their own, second in order, and so
 * have tokens, fourth, and the API, fifth.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final RequestMatcher API = PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");

    /** Nobody reads a measurement of every filter that a request passes; the request's own stays. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

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
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
                .build();
    }

    /** Camunda's web applications, which bring their own protection against forged posts and their own content security policy. */
    @Bean
    @Order(3)
    SecurityFilterChain camunda(HttpSecurity http, StaffAuthenticationProvider staff) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(rules -> rules
                        // the set-up of a first user needs no rights where it is open; a second sign-in would know nothing of ours
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**").denyAll()
                        // would fail, because these applications' servlets cannot wait, and the models have no external tasks
                        .requestMatchers("/camunda/api/engine/engine/*/external-task/fetchAndLock").denyAll()
                        .anyRequest().hasAnyRole(StaffRole.all()))
                .logout(logout -> logout.logoutRequestMatcher(new CamundaSignOut())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .addFilterBefore(new StaffOnDuty(staff), AnonymousAuthenticationFilter.class)
                .exceptionHandling(errors -> errors
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), API)
                        .defaultAuthenticationEntryPointFor(loginPage(), request -> true))
                // they ask for revalidation themselves; megabytes of scripts need not be loaded anew on every page, and what is read is not kept
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(API, new CacheControlHeadersWriter()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http, StaffAuthenticationProvider staff) throws Exception {
        RequestCache wanted = pagesOnly();
        var signedIn = new SavedRequestAwareAuthenticationSuccessHandler();
        signedIn.setRedirectStrategy(new RedirectWithoutHost());
        signedIn.setRequestCache(wanted);
        return http.authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/", "/login", "/favicon.ico", "/assets/**", IssuerMetadata.PATH).permitAll()
                        .requestMatchers("/v3/api-docs", "/v3/api-docs.yaml").permitAll()
                        .requestMatchers("/api").hasAnyRole(StaffRole.all())
                        .requestMatchers("/mailbox", "/mailbox/**").access(new FromThisMachine())
                        .requestMatchers(EndpointRequest.to("health", "info")).permitAll()
                        .requestMatchers("/guests/**", "/desk/**").hasAnyRole(StaffRole.workingWithGuests())
                        .anyRequest().denyAll())
                .formLogin(login -> login.loginPage("/login").successHandler(signedIn))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .addFilterBefore(new StaffOnDuty(staff), AnonymousAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(loginPage()))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        // a letter in the mailbox is shown in a frame of its page
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .build();
    }

    /**
     * After the sign-in one goes on to the page that one wanted, and not to the last script that it loaded. Browsers remember it,
     * because nobody has a session before the sign-in.
     */
    private static RequestCache pagesOnly() {
        var pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"), pages));
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    /** In a cookie, so that the sign-in page, which anybody may open, needs no session. */
    static CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("staff-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    private static LoginUrlAuthenticationEntryPoint loginPage() {
        var loginPage = new LoginUrlAuthenticationEntryPoint("/login");
        loginPage.setFavorRelativeUris(true);
        return loginPage;
    }
}
