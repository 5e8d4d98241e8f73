package io.guestflow.guest;

import java.util.UUID;

/** What the link of an invitation says, once its signature has been checked. */
public record Ticket(UUID invitation, int generation) {
}
