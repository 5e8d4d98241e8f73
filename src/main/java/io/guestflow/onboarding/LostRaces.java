package io.guestflow.onboarding;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/** Says in Spring's words that somebody else changed a process in the same moment, because callers may not know the engine. */
@Component
class LostRaces implements PersistenceExceptionTranslator {

    @Override
    public DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return failure instanceof OptimisticLockingException lost
                ? new OptimisticLockingFailureException("A process was changed by somebody else in the same moment.", lost) : null;
    }
}
