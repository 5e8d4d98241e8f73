package io.guestflow.security;

import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.beans.BeanUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything that the running application has an address for, as its servlets and filters tell; what they tell in a new way is refused. */
class Endpoints {

    private static final Pattern METHOD_AND_PATH = Pattern.compile("PathPattern \\[(\\w+) ([^]]+)]|Ant \\[pattern='([^']+)', (\\w+)]");

    private final WebApplicationContext application;

    Endpoints(WebApplicationContext application) {
        this.application = application;
    }

    Set<Endpoint> all() {
        var all = new TreeSet<Endpoint>();
        application.getServletContext().getServletRegistrations().values().stream().flatMap(this::servedBy).forEach(all::add);
        application.getBean(FilterChainProxy.class).getFilterChains().stream().flatMap(chain -> chain.getFilters().stream())
                .filter(filter -> !(filter instanceof CsrfFilter)).flatMap(Endpoints::answeredBy).forEach(all::add);
        return all;
    }

    private Stream<Endpoint> servedBy(ServletRegistration servlet) {
        if (servlet.getClassName().equals(DispatcherServlet.class.getName())) {
            return application.getBeansOfType(HandlerMapping.class).values().stream().flatMap(Endpoints::mappedBy);
        }
        if (servlet.getClassName().equals(ServletContainer.class.getName())) {
            String classes = servlet.getInitParameter("jakarta.ws.rs.Application");
            Application interfaces = classes == null ? application.getBean(ResourceConfig.class)
                    : (Application) BeanUtils.instantiateClass(ClassUtils.resolveClassName(classes, null));
            return servlet.getMappings().stream().map(mapping -> mapping.replace("/*", ""))
                    .flatMap(path -> interfaces.getClasses().stream().flatMap(root -> EngineResources.of(path, root)));
        }
        throw new AssertionError("the test does not know what " + servlet.getClassName() + " serves at " + servlet.getMappings());
    }

    private static Stream<Endpoint> mappedBy(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            return methods.getHandlerMethods().keySet().stream().flatMap(Endpoints::mappedAs);
        }
        if (mapping instanceof AbstractUrlHandlerMapping paths) {
            Stream<String> root = paths.getRootHandler() == null ? Stream.empty() : Stream.of("/");
            return Stream.concat(root, paths.getHandlerMap().keySet().stream()).map(path -> new Endpoint("GET", path));
        }
        if (mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null) {
            return Stream.empty();
        }
        throw new AssertionError("the test does not know what " + mapping + " maps");
    }

    private static Stream<Endpoint> mappedAs(RequestMappingInfo info) {
        Collection<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream().flatMap(path -> (methods.isEmpty() ? List.of("GET") : methods).stream()
                .map(method -> new Endpoint(method, path)));
    }

    /** Sign-in, sign-out and tokens have no servlet: filters answer for themselves what their matchers say. */
    private static Stream<Endpoint> answeredBy(Object filter) {
        var found = new TreeSet<Endpoint>();
        ReflectionUtils.doWithFields(filter.getClass(), field -> {
            ReflectionUtils.makeAccessible(field);
            METHOD_AND_PATH.matcher(String.valueOf(field.get(filter))).results().map(Endpoints::told).forEach(found::add);
        }, field -> RequestMatcher.class.isAssignableFrom(field.getType()));
        return found.stream();
    }

    private static Endpoint told(MatchResult matcher) {
        return matcher.group(1) == null ? new Endpoint(matcher.group(4), matcher.group(3)) : new Endpoint(matcher.group(1), matcher.group(2));
    }
}
