package io.guestflow.desk;

import io.guestflow.guest.Accounts;
import io.guestflow.guest.Catalogue;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestRegister;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Inviter;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Settings;
import io.guestflow.guest.Sponsors;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory of guests and a guest's page. */
@Controller
class GuestPages {

    private final GuestDesk desk;
    private final Letters letters;
    private final Catalogue catalogue;
    private final KnownInviters inviters;
    private final Accounts accounts;
    private final Sponsors sponsors;
    private final Settings settings;

    GuestPages(GuestDesk desk, Letters letters, Catalogue catalogue, KnownInviters inviters, Accounts accounts, Sponsors sponsors,
               Settings settings) {
        this.desk = desk;
        this.letters = letters;
        this.catalogue = catalogue;
        this.inviters = inviters;
        this.accounts = accounts;
        this.sponsors = sponsors;
        this.settings = settings;
    }

    @ModelAttribute("organization")
    Settings.Organization organization() {
        return settings.organization();
    }

    @GetMapping("/guests")
    String list(@RequestParam(required = false) GuestState state, @RequestParam(required = false) String after, Model model) {
        return list(null, state, after, model);
    }

    /** A search is posted, because what is searched for is somebody's name, and names do not belong into addresses. */
    @PostMapping("/guests")
    String search(@RequestParam(required = false) String text, @RequestParam(required = false) GuestState state,
                  @RequestParam(required = false) String after, Model model) {
        return list(text, state, after, model);
    }

    private String list(String text, GuestState state, String after, Model model) {
        GuestRegister.Page page = desk.find(text, state, after);
        model.addAttribute("page", page);
        model.addAttribute("text", text);
        model.addAttribute("state", state);
        model.addAttribute("states", GuestState.values());
        return "desk/guests";
    }

    @GetMapping("/guests/{id}")
    String show(@PathVariable String id, Model model) {
        Guest guest = desk.existing(id);
        model.addAttribute("guest", guest);
        model.addAttribute("inviter", inviters.of(guest.invitation()).map(Inviter::name).orElse(null));
        model.addAttribute("profile", accounts.profile(guest.id().value()).map(ProfileLines::of).orElse(Map.of()));
        model.addAttribute("sponsors", sponsors.names(guest.id().value()));
        model.addAttribute("letters", letters.of(guest.id()));
        model.addAttribute("memberships", catalogue.membershipNames(guest.id()));
        model.addAttribute("actions", Actions.of(guest, letters.of(guest.id()), desk.mayManage()));
        return "desk/guest";
    }
}
