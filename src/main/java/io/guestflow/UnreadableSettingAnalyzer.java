package io.guestflow;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Turns a setting of ours that cannot be read, such as a duration that is none, into one clear line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, BindException unreadable) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(unreadable);
        boolean ours = unreadable.getName().toString().startsWith("guestflow.");
        if (!ours || !(cause instanceof IllegalArgumentException)) {
            return null;
        }
        return new FailureAnalysis(unreadable.getName() + " cannot be read: " + cause.getMessage() + ".", null, unreadable);
    }
}
