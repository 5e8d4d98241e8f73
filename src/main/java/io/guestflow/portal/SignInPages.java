package io.guestflow.portal;

import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a code that was mailed; nothing here tells whether an address is known. */
@Controller
class SignInPages {

    private final Passcodes passcodes;
    private final GuestSessionContexts sessions;
    private final Directory directory;
    private final Clock clock;

    SignInPages(Passcodes passcodes, GuestSessionContexts sessions, Directory directory, Clock clock) {
        this.passcodes = passcodes;
        this.sessions = sessions;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/sign-in")
    String sendCode(@RequestParam String address, Model model) {
        try {
            EmailAddress wanted = EmailAddress.of(address);
            Optional<Guest> guest = directory.findByAddress(wanted).filter(this::maySignIn);
            return passcodes.send(wanted, guest).map(code -> "redirect:/sign-in/" + code).orElseThrow(TooManyRequests::new);
        } catch (IllegalArgumentException notAnAddress) {
            model.addAttribute("error", "signIn.noAddress");
            return "portal/sign-in";
        }
    }

    @GetMapping("/sign-in/{challenge}")
    String ask(@PathVariable UUID challenge) {
        return "portal/code";
    }

    @PostMapping("/sign-in/{challenge}")
    String enter(@PathVariable UUID challenge, @RequestParam String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<GuestId> guest = passcodes.redeem(challenge, code.replaceAll("\\s", ""));
        if (guest.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("error", "code.wrong");
            return "portal/code";
        }
        sessions.signIn(guest.get(), request, response);
        return "redirect:/review";
    }

    @PostMapping("/sign-in/{challenge}/again")
    String sendAnother(@PathVariable UUID challenge) {
        return passcodes.sendAnother(challenge).map(code -> "redirect:/sign-in/" + code).orElseThrow(TooManyRequests::new);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.signOut(request, response);
        return "redirect:/myapps";
    }

    private boolean maySignIn(Guest guest) {
        return guest.state() == GuestState.ACTIVE || guest.state() == GuestState.ACCEPTED
                || guest.state() == GuestState.PENDING && !guest.invitation().isExpired(clock.instant());
    }
}
