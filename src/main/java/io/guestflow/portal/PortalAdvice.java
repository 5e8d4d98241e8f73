package io.guestflow.portal;

import io.guestflow.guest.Settings;
import jakarta.servlet.RequestDispatcher;
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

    /** Whether somebody of the staff is signed in; decides about their navigation. */
    @ModelAttribute("staff")
    boolean staff(HttpServletRequest request) {
        return request.getUserPrincipal() != null && !request.isUserInRole("GUEST");
    }

    /** Where the language switch returns to: this page, or the one whose form was answered with it. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.replaceFirst("^/sign-in$", "/myapps").replaceFirst("/(accept|decline|code|again|ask)$", "");
    }
}
