package io.guestflow.onboarding;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.stringValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.RemovalReason;
import java.time.Instant;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Repository;

/**
 * The only writer to the engine: starts instances, correlates messages and completes tasks, always in the one instance in charge.
 * A repository, so that {@link LostRaces} translates what the engine throws.
 */
@Repository
class CamundaOnboarding implements Onboarding {

    static {
        // otherwise the engine looks through every jar for the reader of durations, for each timer that it makes
        System.setProperty(DatatypeFactory.class.getName(), DatatypeFactory.newDefaultInstance().getClass().getName());
    }

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenTasks openTasks;
    private final DeployedForms forms;
    private final LetterJobs jobs;
    private final ObjectMapper json;

    CamundaOnboarding(RuntimeService runtime, TaskService tasks, OpenTasks openTasks, DeployedForms forms, LetterJobs jobs, ObjectMapper json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.forms = forms;
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public GuestId invite(InvitationRequest request) {
        try {
            var instance = runtime.startProcessInstanceByKey(GuestOnboarding.KEY, createVariables()
                    .putValueTyped(GuestOnboarding.Variables.INVITATION, stringValue(json.writeValueAsString(request), true)));
            return GuestId.of(instance.getBusinessKey());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void invitedAgain(Guest removed) {
        correlate(GuestRemoval.Messages.GUEST_INVITED_AGAIN, removed.inCharge());
    }

    @Override
    public void sendAgain(Guest guest) {
        // a replaced link has dropped its letter, and the job that was to send it sends the new one
        if (!hastenLetter(guest) && !correlate(GuestOnboarding.Messages.RESEND_REQUESTED, guest.inCharge())) {
            throw new NotAllowed(guest.id(), "its onboarding is not waiting for an answer");
        }
        planAnew(guest);
    }

    @Override
    public boolean hastenLetter(Guest guest) {
        return jobs.hasten(guest.inCharge());
    }

    @Override
    public void postponeLetters(String processInstance, Instant turn) {
        jobs.postponeLetters(processInstance, turn);
    }

    @Override
    public void postponeExpiry(Guest guest) {
        jobs.postponeExpiry(guest.inCharge(), Deadlines.dueAfter(guest.invitation().expiresAt()));
    }

    @Override
    public void planAnew(Guest guest) {
        jobs.planAnew(guest.inCharge());
    }

    @Override
    public void answered(Guest guest) {
        complete(guest, GuestOnboarding.Elements.REVIEW_PERMISSIONS, createVariables()
                .putValueTyped(GuestOnboarding.Variables.ACCEPTED, booleanValue(guest.state() == GuestState.ACCEPTED, true)));
    }

    @Override
    public Optional<String> reviewForm(Guest guest) {
        return openTasks.find(guest.inCharge(), GuestOnboarding.Elements.REVIEW_PERMISSIONS).map(forms::of);
    }

    @Override
    public Optional<GuestId> guestOfTask(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult())
                .map(instance -> Journey.guest(instance.getBusinessKey()));
    }

    @Override
    public boolean correctAddress(Guest guest, String newAddress) {
        return complete(guest, GuestOnboarding.Elements.CORRECT_ADDRESS, createVariables()
                .putValueTyped(GuestOnboarding.Variables.NEW_ADDRESS, stringValue(newAddress, true))
                .putValueTyped(GuestOnboarding.Variables.ADDRESS_CORRECTED, booleanValue(true, true)));
    }

    @Override
    public void remove(GuestId guest, RemovalReason reason, String note) {
        runtime.startProcessInstanceByKey(GuestRemoval.KEY, createVariables()
                .putValueTyped(GuestRemoval.Variables.GUEST, stringValue(guest.toString(), true))
                .putValueTyped(GuestRemoval.Variables.REASON, stringValue(reason.name(), true))
                .putValueTyped(GuestRemoval.Variables.NOTE, stringValue(note, true)));
    }

    @Override
    public void guestRemoved(String processInstance) {
        correlate(GuestOnboarding.Messages.GUEST_DELETED, processInstance);
    }

    @Override
    public void decideRemoval(Guest removed, boolean restore) {
        boolean decided = complete(removed, GuestRemoval.Elements.RESTORE_OR_PURGE, createVariables()
                .putValueTyped(GuestRemoval.Variables.RESTORED, booleanValue(restore, true)));
        if (!decided) {
            throw new NotAllowed(removed.id(), "its removal is not waiting for a decision");
        }
    }

    @Override
    public void newInvitationAskedFor(Guest removed) {
        correlate(GuestRemoval.Messages.NEW_INVITATION_REQUESTED, removed.inCharge());
    }

    @Override
    public void deliver(LetterKey key) {
        runtime.startProcessInstanceByKey(LetterDelivery.KEY, key.toString());
    }

    private boolean correlate(String message, String processInstance) {
        return !runtime.createMessageCorrelation(message).processInstanceId(processInstance).correlateAllWithResult().isEmpty();
    }

    private boolean complete(Guest guest, String element, VariableMap variables) {
        Optional<OpenTask> task = openTasks.find(guest.inCharge(), element);
        task.ifPresent(found -> tasks.complete(found.id(), variables));
        return task.isPresent();
    }
}
