package io.guestflow.portal;

import io.guestflow.guest.Apps;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** My Apps, and the way out. */
@Controller
class MyAppsPages {

    private final Directory directory;
    private final Apps apps;
    private final Removals removals;
    private final GuestSessionContexts sessions;

    MyAppsPages(Directory directory, Apps apps, Removals removals, GuestSessionContexts sessions) {
        this.directory = directory;
        this.apps = apps;
        this.removals = removals;
        this.sessions = sessions;
    }

    @GetMapping("/myapps")
    String show(Principal principal, HttpServletRequest request, Model model) {
        if (principal == null || !request.isUserInRole("GUEST")) {
            return "portal/sign-in";
        }
        Guest guest = directory.find(GuestId.of(principal.getName())).orElseThrow();
        if (guest.state() == GuestState.PENDING) {
            return "redirect:/review";
        }
        model.addAttribute("guest", guest.displayName());
        model.addAttribute("apps", apps.of(guest.id()));
        return "portal/my-apps";
    }

    @GetMapping("/leave")
    String askWhetherToLeave() {
        return "portal/leave";
    }

    @PostMapping("/leave")
    String leave(Principal principal, HttpServletRequest request, HttpServletResponse response) {
        try {
            removals.start(GuestId.of(principal.getName()), RemovalReason.LEFT, null);
        } catch (Refused | NotAllowed | ConcurrencyFailureException removedOrBlockedMeanwhile) {
            return "redirect:/myapps";
        }
        sessions.signOut(request, response);
        return "portal/left";
    }
}
