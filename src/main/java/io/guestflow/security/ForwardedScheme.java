package io.guestflow.security;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Believes a proxy only that the guest came by TLS; the host of links comes from the configuration, whatever headers say. */
@Component
class ForwardedScheme implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var valve = new RemoteIpValve();
        valve.setProtocolHeader("X-Forwarded-Proto");
        // there is no such header: the valve has no other way not to believe a client's address
        valve.setRemoteIpHeader("");
        valve.setHostHeader(null);
        valve.setPortHeader(null);
        factory.addEngineValves(valve);
    }
}
