package io.guestflow.portal;

import io.guestflow.guest.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows. */
@ControllerAdvice
class PortalAdvice {

    private final Settings settings;

    PortalAdvice(Settings settings) {
        this.settings = settings;
    }

    @ModelAttribute("organization")
    Settings.Organization organization() {
        return settings.organization();
    }

    @ModelAttribute("languages")
    List<Locale> languages() {
        return Languages.SUPPORTED;
    }

    /** Where the language switch returns to. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
