package io.guestflow.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the guests' pages: what the guest chose, else what the browser asks for, else English. */
@Controller
class Languages {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final LocaleResolver locales;

    Languages(LocaleResolver localeResolver) {
        this.locales = localeResolver;
    }

    /** @param back a page of this application to return to */
    @PostMapping("/language")
    String choose(@RequestParam String language, @RequestParam String back, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, Locale.lookup(Locale.LanguageRange.parse(language), SUPPORTED));
        boolean own = back.matches("/(?![/\\\\])[A-Za-z0-9/_-]*");
        return "redirect:" + (own ? back : "/myapps");
    }

    /** How the language of a request is found. */
    @Configuration(proxyBeanMethods = false)
    static class Resolution {

        @Bean
        LocaleResolver localeResolver() {
            var resolver = new CookieLocaleResolver("language");
            resolver.setCookieMaxAge(REMEMBERED);
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setDefaultLocaleFunction(Resolution::asked);
            return resolver;
        }

        private static Locale asked(HttpServletRequest request) {
            String header = request.getHeader("Accept-Language");
            try {
                Locale found = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
                return found == null ? Locale.ENGLISH : found;
            } catch (IllegalArgumentException garbled) {
                return Locale.ENGLISH;
            }
        }
    }
}
