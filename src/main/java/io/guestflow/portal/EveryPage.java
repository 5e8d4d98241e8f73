package io.guestflow.portal;

import io.guestflow.guest.Settings;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** What every page shows. */
@Component
class EveryPage implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern FORMS = Pattern.compile("/(accept|decline|code|again|ask)$");

    private final Settings settings;

    EveryPage(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            page.addObject("organization", settings.organization());
            page.addObject("languages", Languages.CHOICES);
            page.addObject("staff", isStaff(request));
            page.addObject("here", here(request));
        }
    }

    /** Whether somebody of the staff is signed in; decides about their navigation. */
    private static boolean isStaff(HttpServletRequest request) {
        return request.getUserPrincipal() != null && !request.isUserInRole("GUEST");
    }

    /** Where the language switch returns to: this page, or the one whose form was answered with it. */
    private static String here(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.equals("/sign-in") ? "/myapps" : FORMS.matcher(path).replaceFirst("");
    }
}
