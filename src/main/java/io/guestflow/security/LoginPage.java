package io.guestflow.security;

import io.guestflow.guest.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The staff's sign-in. */
@Controller
class LoginPage {

    private final Settings settings;

    LoginPage(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/login")
    String show(Model model) {
        model.addAttribute("organization", settings.organization());
        return "security/login";
    }
}
