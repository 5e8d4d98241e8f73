package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.DocumentContext;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class LetterListsTest {

    private static final Instant FAR = Instant.parse("2099-03-02T09:00:00Z");

    @Autowired
    private MockMvc web;
    @Autowired
    private Letters letters;
    @Autowired
    private JdbcClient jdbc;
    private ReadingApp app;
    private UUID invitation;

    @BeforeEach
    void inviteAda() {
        app = new ReadingApp(web);
        var directory = new DirectoryRows(jdbc);
        UUID ada = directory.guest("ada@" + UUID.randomUUID() + ".example");
        UUID older = directory.invitation(ada, "DECLINED", null, Instant.now().minusSeconds(60), FAR);
        invitation = directory.invitation(ada, "PENDING", null, Instant.now(), FAR);
        letters.queue(new LetterKey(older, LetterPurpose.INVITATION, 1), new GuestId(ada));
        letters.queue(new LetterKey(invitation, LetterPurpose.INVITATION, 1), new GuestId(ada));
        letters.queue(new LetterKey(invitation, LetterPurpose.INVITER_LETTER_FAILED, 1), new GuestId(ada));
        jdbc.sql("update letter set recipient = 'ada@partner.example', tries = 6, server_answer = '451 4.7.1 not now' "
                + "where subject = ? and purpose = 'INVITATION'").param(invitation).update();
    }

    @Test
    void tellsWhenEachLetterLeftToWhomAndWhatTheServerAnswered() {
        letters.giveUp(new LetterKey(invitation, LetterPurpose.INVITATION, 1));

        DocumentContext shown = app.read("/invitations/" + invitation + "/letters");

        assertThat(shown.<List<String>>read("$.value[*].purpose")).containsExactlyInAnyOrder("invitation", "inviterLetterFailed");
        assertThat(shown.<List<String>>read("$.value[?(@.purpose == 'invitation')].state")).containsExactly("givenUp");
        assertThat(shown.<List<String>>read("$.value[?(@.purpose == 'invitation')].recipient")).containsExactly("ada@partner.example");
        assertThat(shown.<List<String>>read("$.value[?(@.purpose == 'invitation')].serverAnswer")).containsExactly("451 4.7.1 not now");
        assertThat(shown.<List<Integer>>read("$.value[?(@.purpose == 'invitation')].tries")).containsExactly(6);
        assertThat(shown.<String>read("$['@odata.context']")).endsWith("/v1.0/$metadata#invitations('" + invitation + "')/letters");
    }

    @Test
    void showsLettersOnlyToWhoeverMayReadTheInvitation() throws Exception {
        web.perform(get("/v1.0/invitations/" + invitation + "/letters").with(tokenOf(web, "reading-app"))).andExpect(status().isOk());
        web.perform(get("/v1.0/invitations/" + invitation + "/letters").with(tokenOf(web, "inviting-app"))).andExpect(status().isNotFound());
        app.refused("/invitations/" + UUID.randomUUID() + "/letters", 404);
    }

    @Test
    void offersNoOptions() {
        app.refused("/invitations/" + invitation + "/letters?$top=1", 501);
    }
}
