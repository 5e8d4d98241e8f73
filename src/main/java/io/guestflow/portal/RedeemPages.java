package io.guestflow.portal;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Inviter;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.Redemption.Standing;
import io.guestflow.guest.Redemption;
import io.guestflow.guest.Redemptions;
import io.guestflow.guest.Restorations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link of an invitation leads. Following it changes nothing, however often and by whatever program. */
@Controller
@RequestMapping("/redeem/{ticket}")
class RedeemPages {

    private final Redemptions redemptions;
    private final SignIn signIn;
    private final Restorations restorations;
    private final KnownInviters inviters;
    private final ClientLimit clients;

    RedeemPages(Redemptions redemptions, SignIn signIn, Restorations restorations, KnownInviters inviters, ClientLimit clients) {
        this.redemptions = redemptions;
        this.signIn = signIn;
        this.restorations = restorations;
        this.inviters = inviters;
        this.clients = clients;
    }

    @GetMapping
    String show(@PathVariable String ticket, Model model, HttpServletResponse response) {
        Redemption redemption = redemptions.of(ticket);
        model.addAttribute("ticket", ticket);
        if (redemption.standing() == Standing.OPEN || redemption.standing() == Standing.ACCEPTED) {
            model.addAttribute("inviter", inviter(redemption.guest()).orElse(null));
            model.addAttribute("message", redemption.guest().invitation().message());
            model.addAttribute("accepted", redemption.standing() == Standing.ACCEPTED);
            return "portal/invitation";
        }
        response.setStatus(HttpStatus.GONE.value());
        boolean asked = redemption.standing() == Standing.OVER && hasAsked(redemption.guest());
        model.addAttribute("asked", asked);
        model.addAttribute("mayAsk", redemption.standing() == Standing.OVER && !asked);
        return "portal/dead-link";
    }

    @PostMapping("/code")
    String sendCode(@PathVariable String ticket, Model model, HttpServletRequest request, HttpServletResponse response) {
        clients.count(request);
        Redemption redemption = redemptions.of(ticket);
        if (redemption.standing() != Standing.OPEN && redemption.standing() != Standing.ACCEPTED) {
            return show(ticket, model, response);
        }
        return "redirect:/sign-in/" + signIn.sendCode(redemption.guest());
    }

    /** One request at a time; asking again changes nothing and looks the same. */
    @PostMapping("/ask")
    String ask(@PathVariable String ticket, Model model, HttpServletResponse response) {
        Redemption redemption = redemptions.of(ticket);
        if (redemption.standing() != Standing.OVER) {
            return show(ticket, model, response);
        }
        restorations.askForNewInvitation(redemption.guest().id());
        return "redirect:/redeem/" + ticket;
    }

    private static boolean hasAsked(Guest guest) {
        return guest.removal() != null && guest.removal().newInvitationAskedAt() != null;
    }

    private Optional<String> inviter(Guest guest) {
        return inviters.of(guest.invitation()).map(Inviter::name);
    }
}
