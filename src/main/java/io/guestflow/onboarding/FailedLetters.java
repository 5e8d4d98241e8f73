package io.guestflow.onboarding;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives up every letter that has no retries left, until somebody lets it try again; for those of an onboarding a task opens, which closes
 * when the letter recovers. It uses the engine's internals, because nothing else tells of an incident in the transaction that raises it.
 */
@Component
class FailedLetters extends DefaultIncidentHandler implements ProcessEnginePlugin {

    private static final Set<String> LETTER_ELEMENTS = Set.of(GuestOnboarding.Elements.SEND_INVITATION,
            GuestOnboarding.Elements.SEND_INVITATION_AGAIN, GuestOnboarding.Elements.SEND_REMINDER, GuestOnboarding.Elements.REMINDER_DUE);

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<GivenUpLetters> givenUp;

    FailedLetters(ObjectProvider<RuntimeService> runtime, ObjectProvider<GivenUpLetters> givenUp) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.runtime = runtime;
        this.givenUp = givenUp;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomIncidentHandlers(List.of(this));
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident incident = super.handleIncident(context, message);
        if (isOfLetter(incident)) {
            asTheProgramItself(() -> open(incident));
        }
        return incident;
    }

    /** As the engine's own handler does it; the engine asks for every job that ends, most of which have never failed. */
    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        for (Incident incident : incidents(context)) {
            if (resolved) {
                ((IncidentEntity) incident).resolve();
            } else {
                ((IncidentEntity) incident).delete();
            }
            if (isOfLetter(incident)) {
                asTheProgramItself(() -> close(incident));
            }
        }
    }

    /** An execution knows whether it has incidents, so that most are not looked for in the database. */
    private static List<? extends Incident> incidents(IncidentContext context) {
        CommandContext command = Context.getCommandContext();
        if (context.getExecutionId() == null) {
            return command.getIncidentManager().findIncidentByConfiguration(context.getConfiguration());
        }
        return command.getExecutionManager().findExecutionById(context.getExecutionId()).getIncidents().stream()
                .filter(incident -> context.getConfiguration().equals(incident.getConfiguration())).toList();
    }

    private static boolean isOfLetter(Incident incident) {
        // jobs of the engine's own, as its cleanup of the history, belong to no element
        String element = incident.getActivityId();
        return element != null && (LETTER_ELEMENTS.contains(element) || LetterDelivery.Elements.SEND_LETTER.equals(element));
    }

    private Object open(Incident incident) {
        givenUp.getObject().giveUp(incident);
        return LETTER_ELEMENTS.contains(incident.getActivityId()) ? start(incident) : null;
    }

    private Object start(Incident incident) {
        String guest = runtime.getObject().createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId())
                .singleResult().getBusinessKey();
        return runtime.getObject().startProcessInstanceByKey(FailedLetter.KEY, guest,
                Variables.putValue(FailedLetter.Variables.JOB, incident.getConfiguration()));
    }

    private Object close(Incident incident) {
        givenUp.getObject().goOn(incident);
        return runtime.getObject().createMessageCorrelation(FailedLetter.Messages.LETTER_RECOVERED)
                .processInstanceVariableEquals(FailedLetter.Variables.JOB, incident.getConfiguration()).correlateAllWithResult();
    }

    /** Whoever made the job fail or end needs no rights of their own for what follows from it. */
    private static void asTheProgramItself(Callable<Object> work) {
        Context.getCommandContext().runWithoutAuthorization(work);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // only the incident handler has to be announced, before the engine is built
    }

    @Override
    public void postProcessEngineBuild(org.camunda.bpm.engine.ProcessEngine engine) {
        // as above
    }
}
