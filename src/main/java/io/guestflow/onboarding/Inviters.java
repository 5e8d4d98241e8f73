package io.guestflow.onboarding;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Names the inviter of a guest, so that inviters may mend their own invitations.
 * Public, because the expressions of a model reach no other methods.
 */
@Component("inviters")
public class Inviters {

    private final Directory directory;
    private final Members members;

    Inviters(Directory directory, Members members) {
        this.directory = directory;
        this.members = members;
    }

    /** The staff id of the inviter, if the guest has one; no task is opened in an instance that is not in charge. */
    public List<String> of(DelegateExecution execution) {
        return directory.find(Journey.guest(execution))
                .map(guest -> guest.requireInCharge(execution.getProcessInstanceId()).invitation().inviter())
                .flatMap(inviter -> Optional.ofNullable(inviter).flatMap(members::find)).map(Member::staffId).map(List::of).orElse(List.of());
    }
}
