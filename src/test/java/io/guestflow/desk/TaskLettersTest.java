package io.guestflow.desk;

import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Onboarding;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class TaskLettersTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private Onboarding onboarding;
    @Autowired
    private Directory directory;
    @Autowired
    private Letters letters;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient jdbc;
    private String task;

    @BeforeEach
    void giveUpALetter() {
        GuestId guest = onboarding.invite(new InvitationRequest("Ada Lovelace", UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), false,
                null, List.of(), "en", null, null, null));
        var key = new LetterKey(directory.find(guest).orElseThrow().invitation().id(), LetterPurpose.REMINDER, 101);
        letters.queue(key, guest);
        jdbc.sql("update letter set recipient = 'ada@partner.example', server_answer = '451 not now' where subject = ?").param(key.subject()).update();
        letters.giveUp(key);
        task = tasks.createTaskQuery().processInstanceBusinessKey(guest.toString()).singleResult().getId();
    }

    @Test
    void tellAdminsInTasklistWhatTheMailServerAnswered() throws Exception {
        web.perform(get("/desk/tasks/" + task + "/letters").with(user("admin").roles("USER_ADMINISTRATOR"))).andExpect(status().isOk())
                .andExpect(jsonPath("$[0].letter", is("Reminder"))).andExpect(jsonPath("$[0].recipient", is("ada@partner.example")))
                .andExpect(jsonPath("$[0].state", is("Given up"))).andExpect(jsonPath("$[0].serverAnswer", is("451 not now")));
    }

    @Test
    void areHiddenFromInvitersOfOtherGuests() throws Exception {
        web.perform(get("/desk/tasks/" + task + "/letters").with(user("nobody").roles("GUEST_INVITER"))).andExpect(status().isNotFound());
    }
}
