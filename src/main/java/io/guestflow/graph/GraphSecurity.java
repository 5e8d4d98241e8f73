package io.guestflow.graph;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The chain of the API. Programs show a token with each request. Staff who are signed in to the pages may call it, too: then with the
 * pages' token against forged requests, and with the scopes that their roles stand for.
 */
@Configuration(proxyBeanMethods = false)
class GraphSecurity {

    @Bean
    @Order(5)
    SecurityFilterChain graph(HttpSecurity http, AbstractHttpConfigurer<?, HttpSecurity> staff, Doorkeeper doorkeeper,
                              InvitationQuota quota, ErrorAnswers answers) throws Exception {
        return http.securityMatcher(Edge.API + "/**")
                .authorizeHttpRequests(requests -> {
                    AccessRules.ALL.forEach(rule -> requests.requestMatchers(rule.request()).hasAnyAuthority(rule.authorities()));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(tokens -> tokens.jwt(token -> token.jwtAuthenticationConverter(new TokenHolder()))
                        .authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .with(staff, withDefaults())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(GraphSecurity::canBeForged))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .addFilterAfter(new Throttle(quota, answers), AuthorizationFilter.class)
                .build();
    }

    /** Only a browser that is signed in adds something to a request that its author does not have. */
    private static boolean canBeForged(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
