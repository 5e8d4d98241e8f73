package io.guestflow.graph;

import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.NotFound;
import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/** Says what an exception means to the caller; one that no caller can have caused is a failure of ours. */
final class Translation {

    /** Reasons why an address cannot be used that the request itself cannot mend. */
    private static final Set<String> TAKEN = Set.of("already-accepted", "address-of-member", "address-taken");
    /** The request is all right, but not from this caller. */
    private static final String NOT_FROM_HERE = "not-allowed";

    private Translation() {
    }

    static GraphError of(Throwable failure) {
        if (failure instanceof GraphFailure known) {
            return known.error();
        }
        if (failure instanceof Refused refused) {
            return refused(refused);
        }
        if (failure instanceof NotAllowed notAllowed) {
            return GraphError.of(Fault.CONFLICT, "not-allowed", notAllowed.getMessage());
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return JsonProblem.of(unreadable);
        }
        return failure instanceof ErrorResponse response ? standard(response) : ofOthers(failure);
    }

    private static GraphError ofOthers(Throwable failure) {
        if (failure instanceof ConcurrencyFailureException) {
            return GraphError.of(Fault.CHANGED_MEANWHILE).tryAgain();
        }
        if (failure instanceof NotFound absent) {
            return GraphError.of(Fault.NOT_FOUND, null, absent.getMessage());
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return GraphError.of(Fault.BAD_REQUEST, "wrong-type", mismatch.getPropertyName() + ": This has not the form that it needs.");
        }
        return GraphError.of(fault(failure));
    }

    private static Fault fault(Throwable failure) {
        if (failure instanceof DuplicateKeyException) {
            return Fault.TAKEN;
        }
        if (failure instanceof AccessDeniedException) {
            return Fault.DENIED;
        }
        if (failure instanceof RequestRejectedException) {
            return Fault.BAD_REQUEST;
        }
        if (failure instanceof MultipartException) {
            return Fault.UNSUPPORTED_MEDIA_TYPE;
        }
        if (failure instanceof AuthenticationServiceException || isOfDatabase(failure)) {
            return Fault.UNAVAILABLE;
        }
        ResponseStatus named = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return named == null ? Fault.FAILED : Fault.of(named.code());
    }

    /** What has no category of its own is the database's failure as well: H2 says so when its disk is full. */
    private static boolean isOfDatabase(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException || failure instanceof UncategorizedSQLException
                || failure instanceof CannotCreateTransactionException || failure instanceof TransactionSystemException;
    }

    private static GraphError refused(Refused refused) {
        Problem first = refused.problems().get(0);
        String message = refused.problems().stream().map(Problem::toString).collect(Collectors.joining(" "));
        Fault fault = first.code().equals(NOT_FROM_HERE) ? Fault.DENIED : TAKEN.contains(first.code()) ? Fault.TAKEN : Fault.BAD_REQUEST;
        return GraphError.of(fault, first.code(), message);
    }

    /** The framework's own words tell of its insides, save those about a parameter; a reason was written for the caller. */
    private static GraphError standard(ErrorResponse response) {
        Fault fault = Fault.of(response.getStatusCode());
        String said = response.getBody().getDetail();
        boolean forCallers = response instanceof ResponseStatusException || response instanceof ServletRequestBindingException;
        GraphError error = GraphError.of(fault, null, forCallers && said != null ? said : fault.sentence());
        error.headers().addAll(response.getHeaders());
        return error;
    }
}
