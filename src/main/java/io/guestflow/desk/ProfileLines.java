package io.guestflow.desk;

import io.guestflow.guest.User;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is known about a guest beside name and address, as the guest's page says it; what is not known has no line. */
final class ProfileLines {

    private ProfileLines() {
    }

    static Map<String, String> of(User user) {
        User.Profile profile = user.profile();
        var lines = new LinkedHashMap<String, String>();
        lines.put("Contact address", user.mail().equals(user.signInAddress()) ? null : user.mail());
        lines.put("Other addresses", user.otherMails().isEmpty() ? null : String.join(", ", user.otherMails()));
        lines.put("Given name", profile.givenName());
        lines.put("Surname", profile.surname());
        lines.put("Company", profile.companyName());
        lines.put("Department", profile.department());
        lines.put("Job title", profile.jobTitle());
        lines.put("Office", profile.officeLocation());
        lines.put("Mobile phone", profile.mobilePhone());
        lines.put("Business phone", profile.businessPhone());
        lines.put("Preferred language", profile.preferredLanguage() == null ? null
                : Locale.forLanguageTag(profile.preferredLanguage()).getDisplayName(Locale.ENGLISH));
        lines.put("Country", profile.usageLocation() == null ? null : new Locale("", profile.usageLocation()).getDisplayCountry(Locale.ENGLISH));
        lines.values().removeIf(value -> value == null);
        return lines;
    }
}
