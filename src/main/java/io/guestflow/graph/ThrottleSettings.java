package io.guestflow.graph;

import io.guestflow.guest.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the API can be used at once.
 *
 * @param invitations requests to /v1.0/invitations within 5 seconds, all callers together
 */
@ConfigurationProperties("guestflow.api.throttle")
record ThrottleSettings(@DefaultValue("150") int invitations) {

    ThrottleSettings {
        if (invitations < 1) {
            throw new WrongSetting("guestflow.api.throttle.invitations", "must be at least 1");
        }
    }
}
