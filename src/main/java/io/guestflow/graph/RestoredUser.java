package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.Profile;
import io.guestflow.guest.Settings;
import java.util.List;
import java.util.UUID;

/** A user as Microsoft Graph answers without {@code $select}, with the note about its type that SDKs need to read it. */
record RestoredUser(@JsonProperty("@odata.context") String context, @JsonProperty("@odata.type") String type, UUID id,
                    List<String> businessPhones, String displayName, String givenName, String jobTitle, String mail, String mobilePhone,
                    String officeLocation, String preferredLanguage, String surname, String userPrincipalName) {

    static RestoredUser of(Profile user, Settings settings) {
        return new RestoredUser(settings.link("/v1.0/$metadata#directoryObjects/$entity").toString(), "#microsoft.graph.user", user.id(),
                user.businessPhone() == null ? List.of() : List.of(user.businessPhone()), user.displayName(), user.givenName(), user.jobTitle(),
                user.mail(), user.mobilePhone(), user.officeLocation(), user.preferredLanguage(), user.surname(), user.userPrincipalName());
    }
}
