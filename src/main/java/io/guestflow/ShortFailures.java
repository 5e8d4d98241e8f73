package io.guestflow;

import ch.qos.logback.classic.PatternLayout;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** Makes {@link FailureInOneLine} known as {@code %failure} before logging is configured, however the program is started. */
class ShortFailures implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent start) {
        PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("failure", FailureInOneLine::new);
    }
}
