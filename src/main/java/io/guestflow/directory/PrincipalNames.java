package io.guestflow.directory;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Settings;
import io.guestflow.guest.StaffMember;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** User principal names in the form that Microsoft Entra ID gives them: {@code ada_partner.example#EXT#@contoso.example} for guests. */
@Component
class PrincipalNames {

    private static final String EXTERNAL = "#EXT#";

    private final String domain;

    PrincipalNames(Settings settings) {
        this.domain = "@" + settings.organization().domain().toLowerCase(Locale.ROOT);
    }

    String of(Guest guest) {
        return local(guest) + EXTERNAL + domain;
    }

    /** A name for a guest whose own one is taken: somebody else came with that address and has another one now. */
    String another(Guest guest) {
        return local(guest) + "_" + lastPart(guest) + EXTERNAL + domain;
    }

    String of(StaffMember member) {
        String id = member.staffId().toLowerCase(Locale.ROOT);
        return id.contains("@") ? id : id + domain;
    }

    /** The domain that names belong to. */
    String organization() {
        return domain.substring(1);
    }

    /** The stored spelling of a name, however a caller spelled it. */
    static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replace("#ext#", EXTERNAL);
    }

    /** Of the id's parts the one that is nothing but random. */
    private static String lastPart(Guest guest) {
        String id = guest.id().toString();
        return id.substring(id.lastIndexOf('-') + 1);
    }

    private static String local(Guest guest) {
        return guest.address().key().replace('@', '_');
    }
}
