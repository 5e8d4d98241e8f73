package io.guestflow.portal;

import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/** A security context that is read when it is first asked for, and once. */
class LoadedOnce implements DeferredSecurityContext {

    private final Supplier<SecurityContext> source;
    private SecurityContext loaded;

    LoadedOnce(Supplier<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public SecurityContext get() {
        if (loaded == null) {
            loaded = source.get();
        }
        return loaded;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}
