package io.guestflow.security;

import io.guestflow.guest.WrongSetting;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The configured programs, as the token endpoint knows them; of their secrets it knows hashes. */
@Component
@Conditional(NoExternalIssuer.class)
class RegisteredPrograms implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> programs = new HashMap<>();

    RegisteredPrograms(ApiSettings settings, SecretHashes hashes) {
        for (int place = 0; place < settings.clients().size(); place++) {
            ConfiguredClient client = settings.clients().get(place);
            requireUsable(client, ApiSettings.key(place));
            programs.put(client.id(), registered(client, hashes, settings));
        }
    }

    private static void requireUsable(ConfiguredClient client, String key) {
        if (client.secret() == null) {
            throw new WrongSetting(key + ".secret", "must be set, with at least 32 bytes");
        }
        if (client.scopes().isEmpty()) {
            throw new WrongSetting(key + ".scopes", "must name what the client may do");
        }
    }

    private static RegisteredClient registered(ConfiguredClient client, SecretHashes hashes, ApiSettings settings) {
        return RegisteredClient.withId(client.id()).clientId(client.id()).clientSecret(hashes.encode(client.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(settings.tokenValidFor()).build()).build();
    }

    @Override
    public RegisteredClient findById(String id) {
        return programs.get(id);
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        return programs.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Programs are configured.");
    }
}
