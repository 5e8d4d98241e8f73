package io.guestflow.graph;

import io.guestflow.guest.Settings;
import io.guestflow.guest.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Users as Microsoft Graph shows them; many properties only if they are selected, as there. */
@Component
class UserType {

    private final ResourceType<User> type;
    private final String organization;

    UserType(Settings settings) {
        this.organization = settings.organization().domain().toLowerCase(Locale.ROOT);
        this.type = new ResourceType<>("user", Stream.of(names(), profile(), account()).flatMap(List::stream).toList(),
                List.of("displayName", "mail", "userPrincipalName"));
    }

    ResourceType<User> type() {
        return type;
    }

    private static List<Property<User>> names() {
        return List.of(
                Property.of("businessPhones", PropertyType.TEXTS, user -> Stream.ofNullable(user.profile().businessPhone()).toList()),
                Property.text("displayName", User::displayName),
                Property.text("givenName", user -> user.profile().givenName()),
                Property.text("jobTitle", user -> user.profile().jobTitle()),
                Property.text("mail", User::mail),
                Property.text("mobilePhone", user -> user.profile().mobilePhone()),
                Property.text("officeLocation", user -> user.profile().officeLocation()),
                Property.text("preferredLanguage", user -> user.profile().preferredLanguage()),
                Property.text("surname", user -> user.profile().surname()),
                Property.text("userPrincipalName", User::principalName),
                Property.text("id", User::id));
    }

    private static List<Property<User>> profile() {
        return Stream.of(
                Property.<User>text("companyName", user -> user.profile().companyName()),
                Property.<User>text("department", user -> user.profile().department()),
                Property.<User>text("usageLocation", user -> user.profile().usageLocation()),
                Property.<User>text("ageGroup", user -> user.profile().ageGroup()),
                Property.<User>text("consentProvidedForMinor", user -> user.profile().consentForMinor()),
                Property.<User>of("otherMails", PropertyType.TEXTS, User::otherMails),
                Property.<User>of("proxyAddresses", PropertyType.TEXTS, UserType::proxyAddresses))
                .map(Property::ifSelected).toList();
    }

    private List<Property<User>> account() {
        return Stream.of(
                Property.<User>text("userType", user -> user.isGuest() ? "Guest" : "Member"),
                Property.<User>text("creationType", user -> user.isGuest() ? "Invitation" : null),
                Property.<User>text("externalUserState", UserType::externalState),
                Property.<User>of("externalUserStateChangeDateTime", PropertyType.TIME, User::stateChangedAt),
                Property.<User>of("accountEnabled", PropertyType.FLAG, User::enabled),
                Property.<User>of("showInAddressList", PropertyType.FLAG, User::inAddressList),
                Property.<User>of("createdDateTime", PropertyType.TIME, User::createdAt),
                Property.<User>of("deletedDateTime", PropertyType.TIME, User::removedAt),
                Property.<User>of("identities", PropertyType.IDENTITIES, this::identities))
                .map(Property::ifSelected).toList();
    }

    private static String externalState(User user) {
        return !user.isGuest() ? null : user.hasAccepted() ? "Accepted" : "PendingAcceptance";
    }

    /** The first one, where letters go, is written in capitals. */
    private static List<String> proxyAddresses(User user) {
        return Stream.concat(Stream.ofNullable(user.mail()).map(mail -> "SMTP:" + mail),
                user.otherMails().stream().map(mail -> "smtp:" + mail)).toList();
    }

    /** A guest signs in with a code by mail, once the invitation is accepted. */
    private List<Map<String, String>> identities(User user) {
        return List.of(user.hasAccepted() ? identity("federated", "mail", user.signInAddress())
                : identity("userPrincipalName", organization, user.principalName()));
    }

    private static Map<String, String> identity(String signInType, String issuer, String assigned) {
        var identity = new LinkedHashMap<String, String>();
        identity.put("signInType", signInType);
        identity.put("issuer", issuer);
        identity.put("issuerAssignedId", assigned);
        return identity;
    }
}
