package io.guestflow.security;

import io.guestflow.guest.WrongSetting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Programs that call the API.
 *
 * @param clients       the programs that may ask for tokens, or are named in letters; none by default
 * @param tokenValidFor how long an access token can be used; nothing calls it back before
 */
@ConfigurationProperties("guestflow.api")
record ApiSettings(@DefaultValue List<ConfiguredClient> clients, @DefaultValue("PT1H") Duration tokenValidFor) {

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    ApiSettings {
        if (tokenValidFor.isNegative() || tokenValidFor.isZero() || tokenValidFor.compareTo(LONGEST_LIFE) > 0) {
            throw new WrongSetting("guestflow.api.token-valid-for", "must be a positive duration of at most 24 hours, like PT1H");
        }
        Set<String> ids = new HashSet<>();
        for (int place = 0; place < clients.size(); place++) {
            clients.get(place).check(key(place));
            if (!ids.add(clients.get(place).id())) {
                throw new WrongSetting(key(place) + ".id", "must not be that of another client");
            }
        }
    }

    static String key(int place) {
        return "guestflow.api.clients[" + place + "]";
    }
}
