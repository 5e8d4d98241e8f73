package io.guestflow.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** Holds while the key is not set by which Spring Boot finds another issuer of access tokens. */
class NoExternalIssuer extends NoneNestedConditions {

    NoExternalIssuer() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
    static class IssuerUri {
    }
}
