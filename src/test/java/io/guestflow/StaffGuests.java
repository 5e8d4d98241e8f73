package io.guestflow;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** One guest for administrators to have tasks with, as the application and its engine have it. */
class StaffGuests {

    final String address = UUID.randomUUID() + "@partner.example";

    private final Onboarding onboarding;
    private final Removals removals;
    private final Directory directory;
    private final ProcessEngine engine;

    StaffGuests(Onboarding onboarding, Removals removals, Directory directory, ProcessEngine engine) {
        this.onboarding = onboarding;
        this.removals = removals;
        this.directory = directory;
        this.engine = engine;
    }

    Guest invited() {
        return invited(false);
    }

    Guest invitedByLetter() {
        return invited(true);
    }

    Guest removed() {
        Guest guest = invited();
        removals.start(guest.id(), RemovalReason.REQUESTED, "The campaign is over.");
        return guest;
    }

    Guest read(Guest guest) {
        return directory.find(guest.id()).orElseThrow();
    }

    String task(Guest guest, String element) {
        return Awaitility.await().until(() -> open(guest, element), task -> task != null).getId();
    }

    Task open(Guest guest, String element) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(guest.id().toString()).taskDefinitionKey(element)
                .singleResult();
    }

    void awaitEnd(Guest guest, String element) {
        Awaitility.await().until(() -> open(guest, element) == null);
    }

    private Guest invited(boolean byLetter) {
        return directory.find(onboarding.invite(new InvitationRequest("Sam Guest", address, null, List.of(), List.of(), byLetter, null,
                List.of(), "en", null, null, null))).orElseThrow();
    }
}
