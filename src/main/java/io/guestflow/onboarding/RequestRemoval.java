package io.guestflow.onboarding;

import io.guestflow.guest.Removals;
import io.guestflow.guest.RemovalReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the removal of the guest whose onboarding ends here; the id's suffix is the reason. */
@Component("RequestRemoval")
class RequestRemoval implements JavaDelegate {

    private final Removals removals;

    RequestRemoval(Removals removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = RemovalReason.valueOf(Journey.variant(execution));
        removals.request(Journey.guest(execution), reason, execution.getProcessInstanceId());
    }
}
