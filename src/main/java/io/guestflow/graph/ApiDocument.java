package io.guestflow.graph;

import io.guestflow.guest.Settings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * The API's document for people and for generators of clients: what the code shows, what only words say, who may, and what is the same
 * everywhere.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** Where the API is reached, which no request decides. */
    @Bean
    OpenAPI place(Settings settings) {
        return new OpenAPI().servers(List.of(new Server().url(settings.link("").toString())));
    }

    /** One after the other: each stands on what the one before has added. */
    @Bean
    OpenApiCustomizer content(@Value("classpath:openapi.yaml") Resource words, Settings settings,
                              @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String otherIssuer) {
        return new DocumentWords(words, settings).andThen(new DocumentPermissions(otherIssuer)).andThen(new DocumentCustoms())::accept;
    }
}
