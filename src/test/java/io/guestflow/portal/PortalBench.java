package io.guestflow.portal;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Tickets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Guests, their links and codes, and a look into the tables. */
public class PortalBench {

    private final Onboarding onboarding;
    private final Directory directory;
    private final Tickets tickets;
    private final PasscodeDigits digits;
    private final JdbcClient jdbc;
    private final MockMvc mvc;

    public PortalBench(Onboarding onboarding, Directory directory, Tickets tickets, PasscodeDigits digits, JdbcClient jdbc, MockMvc mvc) {
        this.onboarding = onboarding;
        this.directory = directory;
        this.tickets = tickets;
        this.digits = digits;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    public Guest invitedGuest() {
        return invitedGuest(null);
    }

    Guest invitedGuest(String redirectUrl) {
        return directory.find(onboarding.invite(new InvitationRequest("Sam Guest", UUID.randomUUID() + "@partner.example", "Welcome <b>!</b>",
                List.of(), List.of(), false, redirectUrl, List.of(), "en", null, null, null))).orElseThrow();
    }

    Guest read(Guest guest) {
        return directory.find(guest.id()).orElseThrow();
    }

    String link(Guest guest) {
        return tickets.link(guest.invitation()).getPath();
    }

    Visitor visitor() {
        return new Visitor(mvc);
    }

    public Visitor signedIn(Guest guest) {
        Visitor visitor = visitor();
        String challenge = visitor.posts(link(guest) + "/code").getRedirectedUrl();
        visitor.posts(challenge, "code", code(challenge));
        return visitor;
    }

    /** The code that was mailed for the page where it has to be entered. */
    String code(String challenge) {
        return digits.of(UUID.fromString(challenge.substring(challenge.lastIndexOf('/') + 1)));
    }

    int count(String rows, Object... parameters) {
        return jdbc.sql("select count(*) from " + rows).params(List.of(parameters)).query(Integer.class).single();
    }

    void change(String statement, Object... parameters) {
        jdbc.sql(statement).params(List.of(parameters)).update();
    }

    /** How many rows each table has, and how often the directory was changed. */
    Map<String, Integer> everything() {
        var rows = new TreeMap<String, Integer>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'").query(String.class).list()
                .forEach(table -> rows.put(table, count('"' + table + '"')));
        rows.put("versions", jdbc.sql("select sum(version) from directory_user").query(Integer.class).optional().orElse(0));
        return rows;
    }
}
