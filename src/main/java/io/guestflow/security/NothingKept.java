package io.guestflow.security;

import org.springframework.context.annotation.Conditional;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Remembers no token: they speak for themselves, and the library's own memory would grow with every one. */
@Component
@Conditional(NoExternalIssuer.class)
class NothingKept implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
        // nobody asks for it again
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // was not kept
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return null;
    }
}
