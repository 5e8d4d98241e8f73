package io.guestflow.benchmark;

import io.guestflow.guest.Signature;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many guests who have not answered: copies of one whom the program has invited. */
final class Crowd {

    static final String DOMAIN = "@crowd.example";

    private final DataSource database;
    private final InvitingProgram program;
    private final String home;
    private UUID invitation;

    Crowd(DataSource database, InvitingProgram program, String home) {
        this.database = database;
        this.program = program;
        this.home = home;
    }

    static String address(int number) {
        return "guest" + number + DOMAIN;
    }

    Gathering gather(int guests) throws SQLException {
        return Gathering.of(inviteOne(JdbcClient.create(database)), guests, database);
    }

    /** The link in the letter to a copied guest. */
    String link(int number) {
        UUID copy = OwnIds.copy(invitation, number);
        byte[] content = ByteBuffer.allocate(20).putLong(copy.getMostSignificantBits()).putLong(copy.getLeastSignificantBits()).putInt(1).array();
        byte[] signature = new Signature(List.of(Installation.SECRET)).sign("invitation", content);
        byte[] ticket = ByteBuffer.allocate(content.length + signature.length).put(content).put(signature).array();
        return home + "/redeem/" + Base64.getUrlEncoder().withoutPadding().encodeToString(ticket);
    }

    private Template inviteOne(JdbcClient sql) {
        long before = Template.now(sql);
        program.invite(OwnIds.NAME + DOMAIN);
        Awaitility.await("waiting guest").atMost(Duration.ofMinutes(2)).until(() -> sql.sql("""
                select (select count(*) from act_ru_task) = 1 and not exists (select 1 from act_ru_job where type_ = 'message')""")
                .query(Boolean.class).single());
        // so long ago that the first reminder is due as soon as its timer is
        sql.sql("update letter set changed_at = changed_at - interval '4 days'").update();
        invitation = sql.sql("select id from invitation").query(UUID.class).single();
        return Template.since(sql, before);
    }
}
