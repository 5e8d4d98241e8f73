package io.guestflow.desk;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Guest;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.OwnInvitations;
import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Settings;
import io.guestflow.guest.Tickets;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The actions on a guest's page; each leads back to it and says there what became of it. */
@Controller
@RequestMapping("/guests/{id}")
class GuestActions {

    private final GuestDesk desk;
    private final Resends resends;
    private final AddressCorrections corrections;
    private final OwnInvitations own;
    private final Removals removals;
    private final Tickets tickets;
    private final Settings settings;

    GuestActions(GuestDesk desk, Resends resends, AddressCorrections corrections, OwnInvitations own, Removals removals, Tickets tickets,
                 Settings settings) {
        this.desk = desk;
        this.resends = resends;
        this.corrections = corrections;
        this.own = own;
        this.removals = removals;
        this.tickets = tickets;
        this.settings = settings;
    }

    @PostMapping("/resend")
    String resend(@PathVariable String id, RedirectAttributes flash) {
        return act(id, flash, guest -> LatestInvitation.sentence(resends.resend(guest.id())));
    }

    @PostMapping("/retry-letter")
    String retryLetter(@PathVariable String id, RedirectAttributes flash) {
        return resend(id, flash);
    }

    @PostMapping("/address")
    String correctAddress(@PathVariable String id, @RequestParam String newAddress, RedirectAttributes flash) {
        return act(id, flash, guest -> {
            corrections.mend(guest.id(), newAddress);
            return "The address is corrected and the invitation goes there; older links are dead.";
        });
    }

    /** Shows the link; posted, because a link lets its holder ask for codes and so is not to be shown by following an address. */
    @PostMapping("/link")
    String link(@PathVariable String id, Model model) {
        Guest guest = desk.existing(id);
        own.require(guest);
        model.addAttribute("guest", guest);
        model.addAttribute("link", tickets.link(guest.invitation()));
        model.addAttribute("organization", settings.organization());
        return "desk/link";
    }

    @PostMapping("/remove")
    String remove(@PathVariable String id, @RequestParam(required = false) String note, RedirectAttributes flash) {
        return manage(id, flash, guest -> {
            removals.start(guest.id(), RemovalReason.REQUESTED, note);
            return "The guest is removed and can be restored until the retention is over.";
        });
    }

    @PostMapping("/restore")
    String restore(@PathVariable String id, RedirectAttributes flash) {
        return manage(id, flash, guest -> {
            removals.decide(guest.id(), true);
            return "The guest is restored.";
        });
    }

    @PostMapping("/purge")
    String purge(@PathVariable String id, RedirectAttributes flash) {
        manage(id, flash, guest -> {
            removals.decide(guest.id(), false);
            return "The guest is purged; nothing personal is left.";
        });
        return "redirect:/guests";
    }

    private String manage(String id, RedirectAttributes flash, Action action) {
        if (!desk.mayManage()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return act(id, flash, action);
    }

    private String act(String id, RedirectAttributes flash, Action action) {
        Guest guest = desk.existing(id);
        try {
            flash.addFlashAttribute("done", action.on(guest));
        } catch (Refused refused) {
            flash.addFlashAttribute("refused", refused.problems().stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        } catch (NotAllowed | ConcurrencyFailureException changedMeanwhile) {
            flash.addFlashAttribute("refused", "This is not possible (any more): the guest's state has changed meanwhile.");
        }
        return "redirect:/guests/" + guest.id();
    }

    /** @return what to say when it is done */
    private interface Action {
        String on(Guest guest);
    }
}
