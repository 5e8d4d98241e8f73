package io.guestflow.guest;

/** What the installation allows; it takes effect with the next call. */
public interface AuthorizationPolicy {

    AllowInvitesFrom allowInvitesFrom();

    void allowInvitesFrom(AllowInvitesFrom whom);
}
