package io.guestflow.desk;

import io.guestflow.guest.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that leads everybody to their place. */
@Controller
class StartPage {

    private final Settings settings;
    private final boolean mailboxShown;

    StartPage(Settings settings, @Value("${spring.mail.host:}") String mailServer) {
        this.settings = settings;
        this.mailboxShown = mailServer.isBlank();
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("organization", settings.organization());
        model.addAttribute("mailboxShown", mailboxShown);
        return "desk/start";
    }
}
