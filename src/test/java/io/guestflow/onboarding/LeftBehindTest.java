package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Onboarding;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuestflowTest
class LeftBehindTest {

    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Letters letters;
    @Autowired
    private JdbcClient jdbc;
    private EngineRoom room;
    private GuestId guest;
    private ProcessInstance onboarding;

    @BeforeEach
    void killTheProgramThatSendsTheLetter(@Autowired ProcessEngine engine) {
        room = new EngineRoom(engine, jdbc);
        guest = onboardings.invite(new InvitationRequest("Ada Lovelace", UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), true, null,
                List.of(), "en", null, null, null));
        onboarding = room.only("guest-onboarding", guest);
        jdbc.sql("update act_ru_job set lock_owner_ = 'killed', lock_exp_time_ = ? where id_ = ?")
                .params(Timestamp.from(Instant.now().plusSeconds(270)), room.job(onboarding, "SendInvitation").getId()).update();
        jdbc.sql("update letter set state = 'SENDING' where guest_id = ?").param(guest.value()).update();
    }

    @Test
    void goesOnAtOnceWhereTheKilledProgramWasTheOnlyOne() {
        start("jdbc:h2:file:./data/guestflow;DB_CLOSE_ON_EXIT=FALSE");

        assertThat(lockOwners()).isEmpty();
        room.run(onboarding, "SendInvitation");
        assertThat(letters.of(guest)).extracting(Letter::state).containsExactly(LetterState.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/guestflow", "jdbc:h2:tcp://db/guestflow", "jdbc:h2:file:./data/guestflow;AUTO_SERVER=TRUE"})
    void takesNothingFromProgramsThatMayBeAlive(String database) {
        start(database);

        assertThat(lockOwners()).containsExactly("killed");
        assertThat(letters.of(guest)).extracting(Letter::state).containsExactly(LetterState.SENDING);
    }

    private void start(String database) {
        new LeftBehind(jdbc, letters, Clock.systemUTC(), database).free();
    }

    private List<String> lockOwners() {
        Job job = room.job(onboarding, "SendInvitation");
        return jdbc.sql("select lock_owner_ from act_ru_job where id_ = ? and lock_owner_ is not null").param(job.getId()).query(String.class).list();
    }
}
