package io.guestflow.security;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Camunda's web applications take the identity from the request instead of asking for a second sign-in. */
@Configuration(proxyBeanMethods = false)
class CamundaWebAppIdentity {

    /** Behind Spring Security's filter, whose order is -100. */
    private static final int AFTER_SPRING_SECURITY = 0;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaIdentityFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", StaffIdentity.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookies() {
        var registration = new FilterRegistrationBean<>(new SecureCookies());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FailedRequests> failedRequests() {
        var registration = new FilterRegistrationBean<>(new FailedRequests());
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
