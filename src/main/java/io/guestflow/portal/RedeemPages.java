package io.guestflow.portal;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.Redemption;
import io.guestflow.guest.Redemption.Standing;
import io.guestflow.guest.Redemptions;
import io.guestflow.guest.Removals;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import jakarta.servlet.http.HttpServletResponse;

/** Where the link of an invitation leads. Following it changes nothing, however often and by whatever program. */
@Controller
@RequestMapping("/redeem/{ticket}")
class RedeemPages {

    private final Redemptions redemptions;
    private final Passcodes passcodes;
    private final Removals removals;
    private final Members members;

    RedeemPages(Redemptions redemptions, Passcodes passcodes, Removals removals, Members members) {
        this.redemptions = redemptions;
        this.passcodes = passcodes;
        this.removals = removals;
        this.members = members;
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
        model.addAttribute("mayAsk", redemption.standing() == Standing.OVER);
        return "portal/dead-link";
    }

    @PostMapping("/code")
    String sendCode(@PathVariable String ticket) {
        Redemption redemption = redemptions.of(ticket);
        if (redemption.standing() != Standing.OPEN && redemption.standing() != Standing.ACCEPTED) {
            return "redirect:/redeem/" + ticket;
        }
        Guest guest = redemption.guest();
        return passcodes.send(guest.address(), Optional.of(guest)).map(UUID::toString).map(code -> "redirect:/sign-in/" + code)
                .orElseThrow(TooManyRequests::new);
    }

    /** One request at a time; asking again changes nothing and looks the same. */
    @PostMapping("/ask")
    String ask(@PathVariable String ticket) {
        Redemption redemption = redemptions.of(ticket);
        if (redemption.standing() != Standing.OVER) {
            return "redirect:/redeem/" + ticket;
        }
        removals.askForNewInvitation(redemption.guest().id());
        return "portal/asked";
    }

    private Optional<String> inviter(Guest guest) {
        return Optional.ofNullable(guest.invitation().inviter()).flatMap(members::find).map(Member::displayName);
    }
}
