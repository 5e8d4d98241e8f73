package io.guestflow.portal;

import io.guestflow.guest.Settings;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain of the guests' pages: no servlet session ever, the token against forged posts in a cookie. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final String[] PAGES = {"/redeem/**", "/sign-in", "/sign-in/**", "/review", "/review/**", "/myapps", "/leave", "/sign-out", "/language"};

    @Bean
    @Order(2)
    SecurityFilterChain guests(HttpSecurity http, GuestSessionContexts contexts, Settings settings) throws Exception {
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers("/review", "/review/**", "/leave").hasRole("GUEST")
                        .anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(signInPage()))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static LoginUrlAuthenticationEntryPoint signInPage() {
        var signInPage = new LoginUrlAuthenticationEntryPoint("/myapps");
        signInPage.setFavorRelativeUris(true);
        return signInPage;
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("guest-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    /** An accepted guest is redirected to an allowed origin, which browsers count as the target of the form. */
    private static String policy(Settings settings) {
        String targets = settings.invitation().redirectUrls().stream()
                .map(url -> url.getScheme() + "://" + url.getRawAuthority()).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "form-action 'self' " + targets + "; frame-ancestors 'none'; base-uri 'none'";
    }
}
