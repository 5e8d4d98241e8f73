package io.guestflow.guest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the directory tells of users. */
@Service
@Transactional
public class ProfileChanges {

    private static final Set<ProfileField> MIRRORED = Set.of(ProfileField.DISPLAY_NAME, ProfileField.MAIL, ProfileField.ACCOUNT_ENABLED);

    private final Accounts accounts;
    private final SignIns signIns;
    private final AuditTrail audit;

    ProfileChanges(Accounts accounts, SignIns signIns, AuditTrail audit) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
    }

    /**
     * Changes the properties that were sent, and no other. A guest whose account is disabled is signed out at once.
     *
     * @param user id or principal name
     * @param body properties in the names of Microsoft Graph's user
     * @throws NotFound if there is no such user
     * @throws Refused  if a property is unknown, wrong, or not to be changed here
     */
    public void change(String user, Map<String, Object> body) {
        Account account = accounts.lockExisting(user);
        Map<ProfileField, Object> values = checked(account, new Sent(body));
        if (values.isEmpty()) {
            return;
        }
        accounts.write(account.id(), values);
        if (Boolean.FALSE.equals(values.get(ProfileField.ACCOUNT_ENABLED))) {
            signIns.revokeAll(new GuestId(account.id()));
        }
        audit.record(AuditActivity.UPDATE_USER, new GuestId(account.id()),
                values.keySet().stream().map(ProfileField::property).collect(Collectors.joining(",")));
    }

    private Map<ProfileField, Object> checked(Account account, Sent sent) {
        var values = new EnumMap<ProfileField, Object>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            if (sent.has(field.property())) {
                if (!account.guest() && MIRRORED.contains(field)) {
                    sent.refuse(field.property(), "mirrored-property", "Members are mirrored from Camunda's users; change it in Camunda Admin.");
                } else {
                    values.put(field, sent.take(field.property(), field.check()));
                }
            }
        }
        requireSameType(account, sent);
        sent.close();
        if (values.get(ProfileField.MAIL) instanceof EmailAddress mail) {
            values.put(ProfileField.MAIL, contactMail(account, mail));
        }
        return values;
    }

    private static void requireSameType(Account account, Sent sent) {
        String type = account.guest() ? "Guest" : "Member";
        if (sent.has("userType") && !type.equals(sent.take("userType", SentValues::text))) {
            sent.refuse("userType", "fixed-type", account.guest() ? "A guest stays a guest; members are added in Camunda Admin."
                    : "A member stays a member; guests come by invitation.");
        }
    }

    /** Null if the guest signs in with the address anyway. */
    private EmailAddress contactMail(Account guest, EmailAddress mail) {
        if (mail.value().equals(guest.mail())) {
            return null;
        }
        if (accounts.isTaken(mail, guest.id())) {
            throw new Refused("mail", "address-taken", "This address belongs to somebody else in the directory.");
        }
        return mail;
    }
}
