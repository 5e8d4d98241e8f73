package io.guestflow.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Tells staff in their own words what went wrong; everybody else sees the guests' page for it. */
@Component
@Order(0)
class StaffErrorPages implements ErrorViewResolver {

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return isStaff(request) || isStaffsPlace(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))
                ? new ModelAndView("desk/error", model) : null;
    }

    private static boolean isStaff(HttpServletRequest request) {
        return request.getUserPrincipal() != null && !request.isUserInRole("GUEST");
    }

    /** Where somebody of the staff whose sign-in has ended is no guest either. */
    private static boolean isStaffsPlace(String path) {
        return Stream.of("/guests", "/desk", "/camunda", "/login", "/logout").anyMatch(path::startsWith);
    }
}
