package io.guestflow.security;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Reaches the interfaces that Camunda's web applications bring along, too, whose parts cannot be configured. Jersey finds it by its name. */
public class EveryEngineInterface implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext interfaces) {
        interfaces.register(new DiscreetAnswers());
    }
}
