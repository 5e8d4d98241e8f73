package io.guestflow.portal;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.ObjectIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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

    private final SignIn signIn;
    private final Passcodes passcodes;
    private final GuestSessionContexts sessions;
    private final ClientLimit clients;

    SignInPages(SignIn signIn, Passcodes passcodes, GuestSessionContexts sessions, ClientLimit clients) {
        this.signIn = signIn;
        this.passcodes = passcodes;
        this.sessions = sessions;
        this.clients = clients;
    }

    @PostMapping("/sign-in")
    String sendCode(@RequestParam(defaultValue = "") String address, HttpServletRequest request, HttpServletResponse response, Model model) {
        clients.count(request);
        Optional<EmailAddress> wanted = EmailAddress.read(address);
        if (wanted.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("error", "signIn.noAddress");
            model.addAttribute("address", address);
            return "portal/sign-in";
        }
        return "redirect:/sign-in/" + signIn.sendCode(wanted.get());
    }

    @GetMapping("/sign-in/{challenge}")
    String ask(@PathVariable String challenge) {
        return "portal/code";
    }

    @PostMapping("/sign-in/{challenge}")
    String enter(@PathVariable String challenge, @RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request,
                 HttpServletResponse response) {
        clients.count(request);
        Optional<String> token = ObjectIds.read(challenge).flatMap(id -> signIn.enter(id, code.replaceAll("\\s", "")));
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("error", "code.wrong");
            return "portal/code";
        }
        sessions.signIn(token.get(), request, response);
        return "redirect:/review";
    }

    /** An unknown id is answered as if its address had had its codes for this hour. */
    @PostMapping("/sign-in/{challenge}/again")
    String sendAnother(@PathVariable String challenge, HttpServletRequest request) {
        clients.count(request);
        return ObjectIds.read(challenge).flatMap(passcodes::sendAnother).map(code -> "redirect:/sign-in/" + code).orElseThrow(TooManyRequests::new);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.signOut(request, response);
        return "redirect:/myapps";
    }
}
