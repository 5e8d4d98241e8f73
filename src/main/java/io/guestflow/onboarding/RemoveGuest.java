package io.guestflow.onboarding;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Removals;
import io.guestflow.guest.RemovalReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the guest out of the directory and lets go of everything that came in. */
@Component("RemoveGuest")
class RemoveGuest implements JavaDelegate {

    private final Removals removals;

    RemoveGuest(Removals removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GuestId guest = Journey.guest(Journey.input(execution, GuestRemoval.Variables.GUEST));
        var reason = RemovalReason.of(Journey.input(execution, GuestRemoval.Variables.REASON));
        String note = Journey.input(execution, GuestRemoval.Variables.NOTE);
        execution.removeVariables();
        execution.setProcessBusinessKey(guest.toString());
        removals.remove(guest, reason, note, execution.getProcessInstanceId());
    }
}
