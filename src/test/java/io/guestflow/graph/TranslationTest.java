package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;

class TranslationTest {

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhoseFaultItIs(Exception failure, Fault fault) {
        assertThat(Translation.of(failure)).isEqualTo(GraphError.of(fault));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("no"), Fault.DENIED),
                Arguments.of(new AuthenticationServiceException("the issuer does not answer"), Fault.UNAVAILABLE),
                Arguments.of(new RequestRejectedException("a header with a line feed"), Fault.BAD_REQUEST),
                Arguments.of(new MultipartException("no boundary"), Fault.UNSUPPORTED_MEDIA_TYPE),
                Arguments.of(new TooOften(), Fault.TOO_MANY),
                Arguments.of(new DataAccessResourceFailureException("the connection broke"), Fault.UNAVAILABLE),
                Arguments.of(new CannotCreateTransactionException("no connection"), Fault.UNAVAILABLE),
                Arguments.of(new TransactionSystemException("the disk is full"), Fault.UNAVAILABLE),
                Arguments.of(new UncategorizedSQLException("insert", null, new SQLException("the disk is full", "HY000")), Fault.UNAVAILABLE),
                Arguments.of(new NullPointerException(), Fault.FAILED));
    }

    @Test
    void aFailureThatSaysItAllIsRepeated() {
        GraphError error = GraphError.of(Fault.TOO_MANY).with("Retry-After", "5");

        assertThat(Translation.of(new GraphFailure(error))).isSameAs(error);
        assertThat(error.headers().toSingleValueMap()).containsEntry("Retry-After", "5");
        assertThat(GraphError.of(Fault.TOO_MANY).headers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasACodeAndASentence(Fault fault) {
        assertThat(fault.code()).matches("[A-Za-z_]+");
        assertThat(fault.sentence()).endsWith(".");
        assertThat(Fault.of(fault.status()).status()).isEqualTo(fault.status());
    }

    @Test
    void otherStatusesAreOfTheSameKind() {
        assertThat(Fault.of(HttpStatus.GONE)).isEqualTo(Fault.BAD_REQUEST);
        assertThat(Fault.of(HttpStatus.BAD_GATEWAY)).isEqualTo(Fault.FAILED);
    }

    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    private static class TooOften extends RuntimeException {
    }
}
