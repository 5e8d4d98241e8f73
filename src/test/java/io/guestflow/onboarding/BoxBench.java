package io.guestflow.onboarding;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.stringValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.TestGuests;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;

/** One guest of the onboarding's model, whose boxes have nothing behind them. */
class BoxBench {

    static final String INVITATION = """
            {"email": "ada.lovelace@analytical.example", "name": "Ada Lovelace"}""";
    static final MailAddressRejected REJECTED = new MailAddressRejected(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 550);

    final GuestId guest = GuestId.next();
    ProcessInstance onboarding;

    private final ProcessEngine engine;
    private final Invitations invitations;
    private final GuestLetters letters;
    private final Directory directory;

    BoxBench(ProcessEngine engine, Invitations invitations, GuestLetters letters, Directory directory) {
        this.engine = engine;
        this.invitations = invitations;
        this.letters = letters;
        this.directory = directory;
        AbstractAssertions.init(engine);
    }

    void invite() {
        invite(false, true);
    }

    void invite(boolean alreadyInvited, boolean letterWanted) {
        prepare(alreadyInvited, letterWanted);
        onboarding = start(INVITATION);
    }

    void inviteAndAsk() {
        invite();
        execute(job("SendInvitation"));
    }

    void inviteWithRejectedAddress() throws MailAddressRejected {
        invite();
        willThrow(REJECTED).willDoNothing().given(letters).sendInvitation(guest, onboarding.getId());
        execute(job("SendInvitation"));
    }

    void prepare(boolean alreadyInvited, boolean letterWanted) {
        given(invitations.invite(any(), any())).willAnswer(call -> {
            store(TestGuests.invitedGuest(guest, call.getArgument(1)));
            return new Invited(guest, alreadyInvited, letterWanted);
        });
    }

    void store(Guest stored) {
        given(directory.find(guest)).willReturn(Optional.of(stored));
    }

    ProcessInstance start(String invitation) {
        return engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding", createVariables()
                .putValueTyped("invitation", stringValue(invitation, true)));
    }

    void answer(boolean accepted) {
        complete(task("UserTask_ReviewPermissions"), createVariables().putValue("accepted", accepted));
    }

    void correlate(String message) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceId(onboarding.getId()).correlate();
    }

    Task task(String element) {
        return ProcessEngineTests.task(element, onboarding);
    }

    Job job(String element) {
        return ProcessEngineTests.job(element, onboarding);
    }

    Date dueDate(String element) {
        return job(element).getDuedate();
    }
}
