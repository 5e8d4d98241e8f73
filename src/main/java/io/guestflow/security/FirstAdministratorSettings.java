package io.guestflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The administrator whom every installation has.
 *
 * @param id       staff id
 * @param password set at every start, which is the way back in; without it a password is generated at the very first start
 */
@ConfigurationProperties("guestflow.first-administrator")
record FirstAdministratorSettings(@DefaultValue("admin") String id, String password) {
}
