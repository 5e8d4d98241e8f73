package io.guestflow.onboarding;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Says in Spring's words that somebody else changed a process in the same moment, or that the database cannot be used, because callers
 * may not know the engine.
 */
@Component
class LostRaces implements PersistenceExceptionTranslator {

    private static final String ENGINE = "org.camunda.bpm.engine.";

    /** Classes of SQLSTATE: connection exception; and, of PostgreSQL, insufficient resources, operator intervention and system error. */
    private static final Set<String> OUT_OF_REACH = Set.of("08", "53", "57", "58");

    @Override
    public DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        if (failure instanceof ProcessEngineException && isOutOfReach(failure)) {
            return new DataAccessResourceFailureException("The database cannot be used.", failure);
        }
        return failure instanceof OptimisticLockingException || isGoneMeanwhile(failure)
                ? new OptimisticLockingFailureException("A process was changed by somebody else in the same moment.", failure) : null;
    }

    private static boolean isOutOfReach(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .flatMap(LostRaces::withAllBeneath).anyMatch(LostRaces::isOfDatabase);
    }

    /** With those of a batch's statements, which are not its causes. */
    private static Stream<Throwable> withAllBeneath(SQLException failure) {
        return StreamSupport.stream(failure.spliterator(), false);
    }

    /** H2 has no class for what its disk refuses. */
    private static boolean isOfDatabase(Throwable failure) {
        return failure instanceof IOException || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLException told && OUT_OF_REACH.contains(kind(told.getSQLState()));
    }

    private static String kind(String state) {
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** The engine looks up what it has just found once more to check permissions, and does not expect it to be gone. */
    private static boolean isGoneMeanwhile(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof NullPointerException && trace.length > 0 && trace[0].getClassName().startsWith(ENGINE);
    }
}
