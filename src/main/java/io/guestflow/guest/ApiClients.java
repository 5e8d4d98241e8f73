package io.guestflow.guest;

/** The programs that call the API. */
public interface ApiClients {

    /** The program with this client id; one that only an external issuer knows is named by its id. */
    ApiClient find(String id);
}
