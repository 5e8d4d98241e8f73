package io.guestflow.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: what the reader chose, else what the browser asks for, else English. */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    /** What the switch offers, each in its own words. */
    static final List<Choice> CHOICES = SUPPORTED.stream()
            .map(locale -> new Choice(locale.getLanguage(), StringUtils.capitalize(locale.getDisplayLanguage(locale)))).toList();
    static final String COOKIE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue).flatMap(Languages::supported)
                .orElseGet(() -> askedFor(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, locale.getLanguage()).path("/").maxAge(REMEMBERED)
                .httpOnly(true).sameSite("Lax").secure(request.isSecure()).build().toString());
    }

    /** @param language a code of two letters */
    static Optional<Locale> supported(String language) {
        return SUPPORTED.stream().filter(locale -> locale.getLanguage().equals(language)).findAny();
    }

    private static Locale askedFor(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().flatMap(wish -> supported(wish.getLanguage()).stream()).findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** @param code of two letters */
    record Choice(String code, String name) {
    }
}
