package io.guestflow.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address or a client has asked too often; nothing was done. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
class TooManyRequests extends RuntimeException {

    TooManyRequests() {
        super("Too many requests.");
    }
}
