package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import io.guestflow.installation.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A node with so and so many guests who have not answered, and what is asked of it. */
final class Town implements AutoCloseable {

    private static final String PENDING = "/v1.0/users?%24filter=externalUserState%20eq%20%27PendingAcceptance%27&%24top=100";
    private static final String BY_ADDRESS = "/v1.0/users?%%24filter=mail%%20eq%%20%%27%s%%27";
    private static final int FAR = 1_000;
    /** So few that they change no town's size by much. */
    private static final int WRITES = 80;
    private static final int READS = 200;
    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private final int pending;
    private final Node node;
    private final MailServer mail;
    private final InvitingProgram program;
    private final AcceptingCrowd accepting;
    private final Clerk clerk;
    private final Reminders reminders;
    private final double gathering;
    private final String farPage;
    private int farPageNumber = 1;

    Town(Installation installation, Web web, int pending) throws Exception {
        this.pending = pending;
        String name = installation.postgres().create("pending" + pending);
        var database = installation.postgres().database(name);
        this.mail = installation.mail();
        this.node = installation.node(name, Map.of("guestflow.first-administrator.password", Clerk.PASSWORD)).start().awaitReady();
        this.program = new InvitingProgram(web, node.url());
        var crowd = new Crowd(database, program, node.url());
        this.gathering = crowd.gather(pending);
        this.accepting = new AcceptingCrowd(web, crowd, pending);
        this.clerk = new Clerk(web, node.url());
        this.reminders = new Reminders(database, program);
        this.farPage = farPage();
    }

    int pending() {
        return pending;
    }

    double gathering() {
        return gathering;
    }

    int farPageNumber() {
        return farPageNumber;
    }

    List<Question> questions() {
        var questions = new ArrayList<>(List.of(
                new Question("invite", WRITES, () -> program.invite("newcomer" + NEWCOMERS.incrementAndGet() + "@growth.example")),
                new Question("accept, from the link on", WRITES / 2, accepting::acceptOne),
                new Question("list of pending guests, page 1", READS, () -> program.get(PENDING)),
                new Question("the same list, page 1,000", READS, () -> program.get(farPage)),
                new Question("filter by address", READS, () -> program.get(BY_ADDRESS.formatted(Crowd.address(accepting.someNumber()))))));
        clerk.filters().forEach((name, filter) -> questions.add(new Question("Tasklist, " + name, READS, () -> clerk.open(filter))));
        return questions;
    }

    /** Letters are read by the guests of this town from now on. */
    void getMail() {
        mail.show(accepting::read);
    }

    double remindersPerSecond(int wanted) {
        mail.show(reminders::read);
        return reminders.perSecond(wanted);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Goes from page to page by the links of the answers, and stops before the last if there are fewer. */
    private String farPage() {
        String page = PENDING;
        for (String next = next(page); next != null && farPageNumber < FAR; next = next(page)) {
            page = next;
            farPageNumber++;
        }
        return page;
    }

    private String next(String page) {
        try {
            return JsonPath.read(program.get(page).body(), "$['@odata.nextLink']");
        } catch (PathNotFoundException last) {
            return null;
        }
    }
}
