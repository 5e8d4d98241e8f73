package io.guestflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets in who sits at this machine and calls it by a name of its own: a page from elsewhere, whose host name has been pointed at
 * this machine, is somebody else.
 */
class FromThisMachine implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(OWN_NAMES.contains(request.getServerName()) && isLoopback(request.getRemoteAddr()));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return authorize(caller, context);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
