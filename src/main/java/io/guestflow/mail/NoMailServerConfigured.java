package io.guestflow.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** Holds while none of the keys is set by which Spring Boot finds a mail server. */
class NoMailServerConfigured extends NoneNestedConditions {

    NoMailServerConfigured() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.mail.host")
    static class Host {
    }

    @ConditionalOnProperty("spring.mail.jndi-name")
    static class JndiName {
    }
}
