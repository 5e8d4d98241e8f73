package io.guestflow.onboarding;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/** Says in Spring's words that somebody else changed a process in the same moment, because callers may not know the engine. */
@Component
class LostRaces implements PersistenceExceptionTranslator {

    private static final String ENGINE = "org.camunda.bpm.engine.";

    @Override
    public DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return failure instanceof OptimisticLockingException || isGoneMeanwhile(failure)
                ? new OptimisticLockingFailureException("A process was changed by somebody else in the same moment.", failure) : null;
    }

    /** The engine looks up what it has just found once more to check permissions, and does not expect it to be gone. */
    private static boolean isGoneMeanwhile(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof NullPointerException && trace.length > 0 && trace[0].getClassName().startsWith(ENGINE);
    }
}
