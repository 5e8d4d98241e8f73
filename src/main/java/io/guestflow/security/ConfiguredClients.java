package io.guestflow.security;

import io.guestflow.guest.ApiClient;
import io.guestflow.guest.ApiClients;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The programs that the configuration describes. */
@Component
class ConfiguredClients implements ApiClients {

    private final Map<String, ApiClient> clients;

    ConfiguredClients(ApiSettings settings) {
        this.clients = settings.clients().stream().map(ConfiguredClient::asApiClient)
                .collect(Collectors.toMap(ApiClient::id, Function.identity()));
    }

    @Override
    public ApiClient find(String id) {
        return clients.getOrDefault(id, new ApiClient(id, id, null));
    }
}
