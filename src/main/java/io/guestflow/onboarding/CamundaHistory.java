package io.guestflow.onboarding;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.OnboardingHistory;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** Reads the engine's history, which keeps no values. */
@Component
class CamundaHistory implements OnboardingHistory {

    private final HistoryService history;

    CamundaHistory(HistoryService history) {
        this.history = history;
    }

    @Override
    public Optional<Instant> lastStart(GuestId guest) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(GuestOnboarding.KEY)
                .processInstanceBusinessKey(guest.toString()).orderByProcessInstanceStartTime().desc().listPage(0, 1).stream().findFirst()
                .map(instance -> instance.getStartTime().toInstant());
    }
}
