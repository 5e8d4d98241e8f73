package io.guestflow.onboarding;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the failed letter one more try at once. */
@Component("RetryLetter")
class RetryLetter implements JavaDelegate {

    private final LetterJobs jobs;

    RetryLetter(LetterJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jobs.retry(Journey.input(execution, FailedLetter.Variables.JOB));
    }
}
