package io.guestflow.portal;

import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Inviter;
import io.guestflow.guest.KnownInviters;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Reviews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Review permissions: what the organization will be able to do, the form, and the two answers. */
@Controller
class ReviewPages {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewPages.class);

    private final Directory directory;
    private final KnownInviters inviters;
    private final Reviews reviews;
    private final ReviewForms forms;
    private final GuestSessionContexts sessions;
    private final AnswerRace race;
    private final Clock clock;

    ReviewPages(Directory directory, KnownInviters inviters, Reviews reviews, ReviewForms forms, GuestSessionContexts sessions,
                AnswerRace race, Clock clock) {
        this.directory = directory;
        this.inviters = inviters;
        this.reviews = reviews;
        this.forms = forms;
        this.sessions = sessions;
        this.race = race;
        this.clock = clock;
    }

    @GetMapping("/review")
    String show(Principal principal, Locale locale, Model model) {
        Guest guest = guest(principal);
        if (guest.state() != GuestState.PENDING) {
            return "redirect:/myapps";
        }
        if (guest.invitation().isExpired(clock.instant())) {
            model.addAttribute("asked", false);
            model.addAttribute("mayAsk", false);
            return "portal/dead-link";
        }
        return page(guest, "{}", locale, model);
    }

    @PostMapping("/review/accept")
    String accept(Principal principal, @RequestParam(defaultValue = "{}") String answers, Locale locale, Model model,
                  HttpServletResponse response) {
        Guest guest = guest(principal);
        ReviewForm form = forms.of(guest);
        try {
            var evidence = new Answers(form.check(answers), form.hash(), locale, clock.instant());
            boolean first = race.won(guest, asked -> reviews.accept(asked, evidence));
            return first && guest.invitation().redirectUrl() != null ? "redirect:" + guest.invitation().redirectUrl().toASCIIString() : "redirect:/review";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problems", refused.problems());
            return page(guest, answers, locale, model);
        }
    }

    @PostMapping("/review/decline")
    String decline(Principal principal, HttpServletRequest request, HttpServletResponse response) {
        if (!race.won(guest(principal), reviews::decline)) {
            return "redirect:/review";
        }
        sessions.signOut(request, response);
        return "portal/declined";
    }

    /** A form that was deployed later can hold anything; nobody answers it until an operator has seen to it. */
    @ExceptionHandler
    void tellOperator(FormNotSupported form, HttpServletResponse response) throws IOException {
        LOG.error("A guest could not review permissions: the deployed {}", form.getMessage());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    private String page(Guest guest, String answers, Locale locale, Model model) {
        ReviewForm form = forms.of(guest);
        model.addAttribute("inviter", inviters.of(guest.invitation()).map(Inviter::name).orElse(null));
        model.addAttribute("form", form.schema());
        model.addAttribute("formData", forms.data(locale, answers));
        model.addAttribute("labels", form.fields().stream().collect(Collectors.toMap(FormField::key, FormField::label, (one, other) -> one)));
        return "portal/review";
    }

    private Guest guest(Principal principal) {
        return directory.find(GuestId.of(principal.getName())).orElseThrow();
    }
}
