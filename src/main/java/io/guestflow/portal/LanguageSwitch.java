package io.guestflow.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets the reader of any guest page choose its language. */
@Controller
class LanguageSwitch {

    private final Languages languages;

    LanguageSwitch(Languages languages) {
        this.languages = languages;
    }

    /** @param back a page of this application to return to */
    @PostMapping("/language")
    String choose(@RequestParam String language, @RequestParam String back, HttpServletRequest request, HttpServletResponse response) {
        Languages.supported(language).ifPresent(chosen -> languages.setLocale(request, response, chosen));
        boolean own = back.matches("/[A-Za-z0-9_-][A-Za-z0-9/_-]*");
        return "redirect:" + (own ? back : "/myapps");
    }
}
