package io.guestflow;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/before/the/transaction", "/within/the/transaction", "/after/the/transaction", "/without/the/transaction"})
    void visitorIsAskedToComeBackLater(String page) throws Exception {
        MockMvcBuilders.standaloneSetup(new Broken()).setControllerAdvice(new DatabaseAway()).build().perform(get(page))
                .andExpect(status().isServiceUnavailable());
    }

    @RestController
    private static class Broken {

        @GetMapping("/{when}/the/transaction")
        String show(@PathVariable String when) {
            throw switch (when) {
                case "before" -> new CannotCreateTransactionException("no connection");
                case "within" -> new DataAccessResourceFailureException("the connection broke");
                case "without" -> new UncategorizedSQLException("insert", null, new SQLException("the disk is full", "HY000"));
                default -> new TransactionSystemException("the disk is full");
            };
        }
    }
}
