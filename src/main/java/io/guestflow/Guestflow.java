package io.guestflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Guestflow: guests are invited, accept, become active and leave, as the models in {@code bpmn/} say. */
// Boot's own authorization server would draw a new signing key at each start
@SpringBootApplication(exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class})
@ConfigurationPropertiesScan
public class Guestflow {

    public static void main(String[] arguments) {
        SpringApplication.run(Guestflow.class, arguments);
    }
}
