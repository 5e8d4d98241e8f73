package io.guestflow.portal;

import io.guestflow.guest.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Recognises guests by their cookie; no request creates a servlet session. */
@Component
class GuestSessionContexts implements SecurityContextRepository {

    static final String COOKIE = "guest";
    private static final String ROLE = "ROLE_GUEST";
    private static final String LOADED = GuestSessionContexts.class.getName();

    private final GuestSessions sessions;
    private final Settings settings;

    GuestSessionContexts(GuestSessions sessions, Settings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    void signIn(String token, HttpServletRequest request, HttpServletResponse response) {
        setCookie(request, response, token, settings.session().validFor());
    }

    void signOut(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::close);
        setCookie(request, response, "", Duration.ZERO);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contextOf(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var context = new LoadedOnce(() -> contextOf(request));
        request.setAttribute(LOADED, context);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // sign-in and sign-out write the cookie themselves; nothing else changes who a guest is
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getAttribute(LOADED) instanceof LoadedOnce context ? !context.isGenerated()
                : token(request).flatMap(sessions::find).isPresent();
    }

    private SecurityContext contextOf(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        token(request).flatMap(sessions::find).ifPresent(guest -> context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(guest.toString(), null, List.of(new SimpleGrantedAuthority(ROLE)))));
        return context;
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private static void setCookie(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, token).httpOnly(true).secure(request.isSecure())
                .sameSite("Lax").path("/").maxAge(life).build().toString());
    }
}
