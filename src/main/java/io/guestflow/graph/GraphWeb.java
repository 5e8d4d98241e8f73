package io.guestflow.graph;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the API's own ways of reading and refusing in their places among those of the pages. */
@Configuration(proxyBeanMethods = false)
class GraphWeb implements WebMvcConfigurer {

    private static final int BEFORE_SPRING_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 1;

    private final ErrorAnswers answers;

    GraphWeb(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Bean
    static FilterRegistrationBean<Edge> edge(ErrorAnswers answers) {
        var registration = new FilterRegistrationBean<>(new Edge(answers));
        registration.addUrlPatterns(Edge.API + "/*");
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    /** The document's library brings a reader of YAML along, which would let bodies past what is asked of them. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(MappingJackson2YamlHttpMessageConverter.class::isInstance);
        converters.add(0, new GraphBodies(GraphJson.mapper()));
    }

    /** Behind what a controller says about its own exceptions, before what the framework makes of them. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, this::resolve);
    }

    private ModelAndView resolve(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (RequestIds.of(request) == null) {
            return null;
        }
        try {
            answers.answer(request, response, failure);
            return new ModelAndView();
        } catch (IOException callerIsGone) {
            throw new UncheckedIOException(callerIsGone);
        }
    }
}
