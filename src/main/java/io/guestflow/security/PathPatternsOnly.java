package io.guestflow.security;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Takes away what maps every request once more before Spring MVC does: Spring Security wants it for rules that are written in terms of
 * handler mappings, and all rules here are path patterns. Spring Security 7 has nothing of it left.
 */
@Component
class PathPatternsOnly implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final String INTROSPECTOR = "mvcHandlerMappingIntrospector";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(INTROSPECTOR)) {
            registry.removeBeanDefinition(INTROSPECTOR);
        }
    }

    /** Before Spring Security's own, which has no order and does nothing once the introspector is gone. */
    @Override
    public int getOrder() {
        return 0;
    }
}
