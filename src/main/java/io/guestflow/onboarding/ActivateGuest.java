package io.guestflow.onboarding;

import io.guestflow.guest.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets memberships and apps of a guest who has accepted take effect. */
@Component("ActivateGuest")
class ActivateGuest implements JavaDelegate {

    private final Reviews reviews;

    ActivateGuest(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.activate(Journey.guest(execution), execution.getProcessInstanceId());
    }
}
