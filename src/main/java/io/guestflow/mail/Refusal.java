package io.guestflow.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.core.NestedExceptionUtils;

/** Reads what the mail library makes of a mail server's "no": a chain of exceptions. */
class Refusal {

    private static final Pattern REPLY = Pattern.compile("^([245]\\d\\d)[ -]");
    /** RFC 5321 section 4.5.3.1.10 wants it taken for the temporary 452. */
    private static final int TOO_MUCH_FOR_NOW = 552;
    /** RFC 5321 section 3.8: the server closes the connection. */
    private static final int GOODBYE = 421;

    private final List<Exception> chain = new ArrayList<>();

    Refusal(MessagingException first) {
        Exception next = first;
        while (next != null) {
            chain.add(next);
            next = next instanceof MessagingException mail ? mail.getNextException() : null;
        }
    }

    /** The answer if the server will never take letters for this address. */
    Optional<ServerAnswer> forGood(Address address) {
        return recipients().filter(failed -> failed.getAddress().equals(address))
                .filter(failed -> failed.getReturnCode() / 100 == 5 && failed.getReturnCode() != TOO_MUCH_FOR_NOW)
                .map(failed -> new ServerAnswer(failed.getReturnCode(), failed.getMessage())).findFirst();
    }

    /** The addresses that were refused, for good or for now. */
    List<Address> addresses() {
        return recipients().map(failed -> (Address) failed.getAddress()).toList();
    }

    /** Each refused address with the server's words about it, for people. */
    String byAddress() {
        return recipients().map(failed -> "no copy for %s: %s".formatted(failed.getAddress(), failed.getMessage().strip())).collect(Collectors.joining("; "));
    }

    /** The server's words, or those of the program that could not hear any. */
    ServerAnswer answer() {
        return chain.stream().filter(exception -> code(exception) > 0).findFirst()
                .map(exception -> new ServerAnswer(code(exception), exception.getMessage()))
                .orElseGet(() -> new ServerAnswer(0, NestedExceptionUtils.getMostSpecificCause(chain.get(chain.size() - 1)).toString()));
    }

    /** Whether the server has left, with a word or without one. */
    boolean endsConversation() {
        int code = answer().code();
        return code == GOODBYE || code == 0;
    }

    private Stream<SMTPAddressFailedException> recipients() {
        return chain.stream().filter(SMTPAddressFailedException.class::isInstance).map(SMTPAddressFailedException.class::cast);
    }

    private static int code(Exception exception) {
        if (exception instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (exception instanceof SMTPSendFailedException letter) {
            return letter.getReturnCode();
        }
        if (exception instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        Matcher reply = REPLY.matcher(String.valueOf(exception.getMessage()));
        return reply.find() ? Integer.parseInt(reply.group(1)) : 0;
    }
}
