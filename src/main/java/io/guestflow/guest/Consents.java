package io.guestflow.guest;

import java.util.UUID;

/** Keeps what guests agreed to. */
public interface Consents {

    void keep(UUID invitationId, Answers answers);
}
