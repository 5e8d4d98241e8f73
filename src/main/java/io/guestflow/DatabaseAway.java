package io.guestflow;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Asks whoever opens a page while the database cannot be used to come back later; the API has its own words for it. */
@ControllerAdvice
class DatabaseAway {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    /** What has no category of its own is the database's failure as well: H2 says so when its disk is full. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class, TransactionSystemException.class,
            UncategorizedSQLException.class})
    void askToComeBackLater(RuntimeException failure, HttpServletResponse response) throws IOException {
        LOG.warn("A page could not be shown, because the database cannot be used:", failure);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
