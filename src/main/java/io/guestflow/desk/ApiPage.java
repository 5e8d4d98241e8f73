package io.guestflow.desk;

import io.guestflow.guest.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff read what the API offers, and try it. */
@Controller
class ApiPage {

    private final Settings settings;

    ApiPage(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/api")
    String show(Model model) {
        model.addAttribute("organization", settings.organization());
        return "desk/api";
    }
}
