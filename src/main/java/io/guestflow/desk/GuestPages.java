package io.guestflow.desk;

import io.guestflow.guest.Catalogue;
import io.guestflow.guest.Condition;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestRegister;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Inviter;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.Letter;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Register;
import io.guestflow.guest.Settings;
import io.guestflow.guest.Sponsors;
import io.guestflow.guest.User;
import java.util.List;
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
    private final Register<User> userRegister;
    private final Register<User> removedUserRegister;
    private final Sponsors sponsors;
    private final Settings settings;

    GuestPages(GuestDesk desk, Letters letters, Catalogue catalogue, KnownInviters inviters, Register<User> userRegister,
               Register<User> removedUserRegister, Sponsors sponsors, Settings settings) {
        this.desk = desk;
        this.letters = letters;
        this.catalogue = catalogue;
        this.inviters = inviters;
        this.userRegister = userRegister;
        this.removedUserRegister = removedUserRegister;
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
        List<Letter> sent = letters.of(guest.id());
        model.addAttribute("guest", guest);
        model.addAttribute("inviter", inviters.of(guest.invitation()).map(Inviter::name).orElse(null));
        model.addAttribute("profile", profile(guest));
        model.addAttribute("sponsors", sponsors.names(guest.id().value()));
        model.addAttribute("letters", sent);
        model.addAttribute("memberships", catalogue.membershipNames(guest.id()));
        model.addAttribute("actions", Actions.of(guest, sent, desk.mayManage()));
        return "desk/guest";
    }

    private Map<String, String> profile(Guest guest) {
        Condition same = Condition.equal("id", guest.id().value());
        return userRegister.findOne(same).or(() -> removedUserRegister.findOne(same)).map(ProfileLines::of).orElse(Map.of());
    }
}
