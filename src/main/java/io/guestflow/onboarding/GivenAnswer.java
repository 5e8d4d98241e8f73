package io.guestflow.onboarding;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;

import io.guestflow.guest.Reviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Passes on at once when the guest has answered before the process came to ask: faster than the sending job's commit. */
@Component("GivenAnswer")
class GivenAnswer implements TaskListener {

    private final Reviews reviews;

    GivenAnswer(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        reviews.givenAnswer(Journey.guest(execution), execution.getProcessInstanceId()).ifPresent(accepted -> {
            task.setVariable(GuestOnboarding.Variables.ACCEPTED, booleanValue(accepted, true));
            task.complete();
        });
    }
}
