package io.guestflow.onboarding;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Refused;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads what a box of the model needs to know about the guest that passes through it. */
final class Journey {

    private Journey() {
    }

    /** The business key. @throws Refused if the instance was started past its first box with something else for a key */
    static GuestId guest(DelegateExecution execution) {
        return guest(execution.getProcessBusinessKey());
    }

    static GuestId guest(String businessKey) {
        try {
            return GuestId.of(String.valueOf(businessKey));
        } catch (IllegalArgumentException notAGuest) {
            throw new Refused("businessKey", "unknown-guest", "The business key names no guest.");
        }
    }

    /** What stands behind the {@code _} of the current element's id, as a constant: {@code AddressRejected} gives ADDRESS_REJECTED. */
    static String variant(DelegateExecution execution) {
        String element = execution.getCurrentActivityId();
        String suffix = element.substring(element.indexOf('_') + 1);
        return suffix.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** An input as text, or null. */
    static String input(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        return value == null ? null : value.toString();
    }

}
