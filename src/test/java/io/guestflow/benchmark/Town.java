package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with so and so many guests who have not answered, and what is asked there of the node. */
final class Town {

    private static final String PENDING = "/v1.0/users?%24filter=externalUserState%20eq%20%27PendingAcceptance%27&%24top=100";
    private static final String NUMBER_OF_PENDING = "/v1.0/users/$count?%24filter=externalUserState%20eq%20%27PendingAcceptance%27";
    private static final String BY_ADDRESS = "/v1.0/users?%%24filter=mail%%20eq%%20%%27%s%%27";
    private static final int PAGE = 100;
    private static final int FAR = 1_000;
    /** Pages before the end, so that the page stays full while guests accept. */
    private static final int KEPT_AWAY = 5;
    /** So few that they change no town's size by much. */
    private static final int WRITES = 80;
    /** So many that p99 is not that of the first of each client, for whom the town's pages come into memory. */
    private static final int READS = 1_000;
    /** Of what takes a millisecond: in the time of a thousand, p99 would tell whether one pause of the node fell into it or two. */
    private static final int SHORT_READS = 5_000;
    /** Of what takes five times as long and more. */
    private static final int SLOW_READS = 200;
    /** Of the filter that looks at everybody who waits. */
    private static final int SLOWEST_READS = 24;
    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private final int pending;
    private final String name;
    private final DataSource database;
    private final MovingNode node;
    private final MailServer mail;
    private final InvitingProgram program;
    private final AcceptingCrowd accepting;
    private final Clerk clerk;
    private final Reminders reminders;
    private final Gathering gathering;
    private final double bytes;
    private final String farPage;
    private final int farPageNumber;
    private final List<Question> questions;

    /** The node comes, whoever lived in the database before is cleared away, and guests gather. */
    Town(Installation installation, Web web, MovingNode node, int pending) throws Exception {
        this.pending = pending;
        this.name = nameFor(pending);
        this.node = node;
        this.database = installation.postgres().database(name);
        this.mail = installation.mail();
        node.moveTo(name);
        this.program = new InvitingProgram(web, node.url());
        new Clearance(database).clear();
        var crowd = new Crowd(database, program, node.url());
        this.gathering = crowd.gather(pending);
        this.bytes = JdbcClient.create(database).sql("select pg_database_size(current_database())").query(Double.class).single();
        this.accepting = new AcceptingCrowd(web, crowd, pending);
        this.clerk = new Clerk(web, node.url());
        this.reminders = new Reminders(database, program);
        int pages = pending / PAGE;
        this.farPageNumber = pages < FAR ? Math.max(1, pages - KEPT_AWAY) : FAR;
        this.farPage = farPage();
        this.questions = all();
    }

    /** How the database for so many guests is called. */
    static String nameFor(int pending) {
        return "pending" + pending;
    }

    int pending() {
        return pending;
    }

    /** Of the database. */
    String name() {
        return name;
    }

    DataSource database() {
        return database;
    }

    Gathering gathering() {
        return gathering;
    }

    /** What the database took before anybody asked anything. */
    double bytes() {
        return bytes;
    }

    int farPageNumber() {
        return farPageNumber;
    }

    List<Question> questions() {
        return questions;
    }

    /** Questions that change nothing, so that they can be asked as often as anybody likes. */
    List<Question> readings() {
        var readings = new ArrayList<>(List.of(
                new Question("list of pending guests, page 1", Reach.FEW, READS, () -> program.get(PENDING)),
                new Question("the same list, page 1,000", Reach.FEW, READS, () -> program.get(farPage)),
                new Question("filter by address", Reach.FEW, SHORT_READS, () -> program.get(BY_ADDRESS.formatted(Crowd.address(accepting.someNumber())))),
                new Question("number of pending guests", Reach.ALL, SLOW_READS, () -> program.get(NUMBER_OF_PENDING))));
        clerk.filters().forEach((name, filter) -> readings.add(new Question("Tasklist, " + name, Clerk.reach(name),
                Clerk.reach(name) == Reach.FEW ? SLOW_READS : SLOWEST_READS, () -> clerk.open(filter))));
        return readings;
    }

    /** The node comes here, and the guests of this town read their letters from now on. */
    void visit() {
        node.moveTo(name);
        mail.show(accepting::read);
    }

    double remindersPerSecond(int wanted) {
        mail.show(reminders::read);
        return reminders.perSecond(wanted);
    }

    /**
     * What comes by itself within a minute, or within days, of what the calls and the reminders have left behind. Jobs in hand come to their end before:
     * each would keep a page of dead entries in front of those that are due.
     */
    void vacuum() {
        node.awaitRest();
        JdbcClient.create(database).sql("vacuum act_ru_job, directory_user").update();
    }

    private List<Question> all() {
        var all = new ArrayList<>(List.of(
                new Question("invite", Reach.FEW, WRITES, () -> program.invite("newcomer" + NEWCOMERS.incrementAndGet() + "@growth.example")),
                new Question("accept, from the link on", Reach.FEW, WRITES / 2, accepting::acceptOne)));
        all.addAll(readings());
        // while PostgreSQL counts everybody, a node's compilers have the time that they need, and whatever is asked next is faster
        all.sort(Comparator.comparing(Question::reach));
        return all;
    }

    /** Goes from page to page by the links of the answers. */
    private String farPage() {
        String page = PENDING;
        for (int i = 1; i < farPageNumber; i++) {
            page = next(page);
        }
        return page;
    }

    private String next(String page) {
        return JsonPath.read(program.get(page).body(), "$['@odata.nextLink']");
    }
}
