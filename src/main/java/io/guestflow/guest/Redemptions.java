package io.guestflow.guest;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what an invitation's link is good for, without changing anything. */
@Service
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class Redemptions {

    private static final Redemption UNKNOWN = new Redemption(Redemption.Standing.UNKNOWN, null);

    private final Tickets tickets;
    private final Directory directory;
    private final Clock clock;

    Redemptions(Tickets tickets, Directory directory, Clock clock) {
        this.tickets = tickets;
        this.directory = directory;
        this.clock = clock;
    }

    public Redemption of(String ticketText) {
        return tickets.read(ticketText)
                .flatMap(ticket -> directory.findByInvitation(ticket.invitation()).map(guest -> redemption(ticket, guest)))
                .orElse(UNKNOWN);
    }

    private Redemption redemption(Ticket ticket, Guest guest) {
        Invitation newest = guest.invitation();
        if (!newest.id().equals(ticket.invitation()) || newest.generation() != ticket.generation()) {
            return UNKNOWN;
        }
        return new Redemption(standing(guest), guest);
    }

    private Redemption.Standing standing(Guest guest) {
        return switch (guest.state()) {
            case PENDING -> guest.invitation().isExpired(clock.instant()) ? Redemption.Standing.OVER : Redemption.Standing.OPEN;
            case ACCEPTED, ACTIVE -> Redemption.Standing.ACCEPTED;
            case DECLINED, REMOVED -> Redemption.Standing.OVER;
        };
    }
}
