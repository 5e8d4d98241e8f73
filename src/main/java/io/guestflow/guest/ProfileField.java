package io.guestflow.guest;

import static io.guestflow.guest.SentValues.line;
import static io.guestflow.guest.SentValues.oneOf;
import static io.guestflow.guest.SentValues.required;

import java.util.function.Function;

/** What can be changed about a user, in the names and with the limits of Microsoft Graph's user. */
public enum ProfileField {

    DISPLAY_NAME("displayName", required(value -> InvitationTexts.name(SentValues.text(value)))),
    GIVEN_NAME("givenName", line(64)),
    SURNAME("surname", line(64)),
    COMPANY_NAME("companyName", line(64)),
    DEPARTMENT("department", line(64)),
    JOB_TITLE("jobTitle", line(128)),
    OFFICE_LOCATION("officeLocation", line(128)),
    MOBILE_PHONE("mobilePhone", line(ProfileField.LONGEST_PHONE)),
    BUSINESS_PHONE("businessPhones", SentValues::onlyPhone),
    PREFERRED_LANGUAGE("preferredLanguage", SentValues::language),
    USAGE_LOCATION("usageLocation", SentValues::country),
    AGE_GROUP("ageGroup", oneOf("Minor", "NotAdult", "Adult")),
    CONSENT_FOR_MINOR("consentProvidedForMinor", oneOf("Granted", "Denied", "NotRequired")),
    IN_ADDRESS_LIST("showInAddressList", SentValues::flag),
    /** Where to write to, if that is not the address to sign in with; an {@link EmailAddress}. */
    MAIL("mail", SentValues::mail),
    /** A list of {@link EmailAddress}. */
    OTHER_MAILS("otherMails", SentValues::otherMails),
    /** Whether the user may sign in. */
    ACCOUNT_ENABLED("accountEnabled", SentValues::flag);

    static final int LONGEST_PHONE = 64;

    private final String property;
    private final Function<Object, ?> check;

    ProfileField(String property, Function<Object, ?> check) {
        this.property = property;
        this.check = check;
    }

    public String property() {
        return property;
    }

    Function<Object, ?> check() {
        return check;
    }
}
