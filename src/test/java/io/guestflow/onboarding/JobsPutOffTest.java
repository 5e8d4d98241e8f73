package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuestflowTest
class JobsPutOffTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Autowired
    private Onboarding onboardings;
    @Autowired
    private JdbcClient jdbc;
    private EngineRoom room;
    private ProcessInstance onboarding;

    @BeforeEach
    void inviteGuest(@Autowired ProcessEngine engine) {
        room = new EngineRoom(engine, jdbc);
        GuestId guest = onboardings.invite(new InvitationRequest("Ada Lovelace", UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), true,
                null, List.of(), "en", null, null, null));
        onboarding = room.only("guest-onboarding", guest);
    }

    @Test
    void letterThatANodeADayAheadHasFailedAtIsTriedAgainToday() {
        putOff(GuestOnboarding.Elements.SEND_INVITATION, A_DAY);

        new JobsPutOff(jdbc).bringBack();

        assertThat(due(GuestOnboarding.Elements.SEND_INVITATION)).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void letterWithoutADateIsSentNow() {
        jdbc.sql("update act_ru_job set duedate_ = null where id_ = ?").param(room.job(onboarding, GuestOnboarding.Elements.SEND_INVITATION).getId())
                .update();

        new JobsPutOff(jdbc).bringBack();

        assertThat(due(GuestOnboarding.Elements.SEND_INVITATION)).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void letterThatIsTriedAgainInAnHourWaits() {
        Date planned = putOff(GuestOnboarding.Elements.SEND_INVITATION, Duration.ofHours(1));

        new JobsPutOff(jdbc).bringBack();

        assertThat(due(GuestOnboarding.Elements.SEND_INVITATION)).isEqualTo(planned);
    }

    @Test
    void letterThatSomebodyHasInHandIsLeftToThem() {
        Date planned = putOff(GuestOnboarding.Elements.SEND_INVITATION, A_DAY);
        jdbc.sql("update act_ru_job set lock_owner_ = 'node', lock_exp_time_ = ? where id_ = ?").params(planned,
                room.job(onboarding, GuestOnboarding.Elements.SEND_INVITATION).getId()).update();

        new JobsPutOff(jdbc).bringBack();

        assertThat(due(GuestOnboarding.Elements.SEND_INVITATION)).isEqualTo(planned);
    }

    @Test
    void expiryComesWhenItIsDue() {
        Date planned = due(GuestOnboarding.Elements.INVITATION_EXPIRED);

        new JobsPutOff(jdbc).bringBack();

        assertThat(due(GuestOnboarding.Elements.INVITATION_EXPIRED)).isEqualTo(planned);
    }

    private Date putOff(String element, Duration time) {
        var due = Timestamp.from(Instant.now().plus(time));
        jdbc.sql("update act_ru_job set duedate_ = ? where id_ = ?").params(due, room.job(onboarding, element).getId()).update();
        return due(element);
    }

    private Date due(String element) {
        return room.job(onboarding, element).getDuedate();
    }
}
