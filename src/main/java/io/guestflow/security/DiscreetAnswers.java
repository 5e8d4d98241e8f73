package io.guestflow.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Says a plain sentence where the engine's interfaces would repeat what a broken request did to which of their classes. */
class DiscreetAnswers implements ContainerResponseFilter {

    private static final Pattern CLASS_NAME = Pattern.compile("\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ExceptionDto told && told.getMessage() != null && CLASS_NAME.matcher(told.getMessage()).find()) {
            told.setType(RestException.class.getSimpleName());
            told.setMessage("The request cannot be understood, or lacks something that it needs.");
        }
    }
}
