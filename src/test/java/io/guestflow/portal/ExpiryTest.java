package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@GuestflowTest
class ExpiryTest {

    @Autowired
    private Passcodes passcodes;
    @Autowired
    private GuestSessions sessions;
    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void keepsNoSessionThatHasEnded() {
        Guest ended = bench.invitedGuest();
        bench.signedIn(ended);
        expire("guest_session", ended, Duration.ofSeconds(1));
        Guest going = bench.invitedGuest();
        bench.signedIn(going);

        sessions.deleteEnded();

        assertThat(sessions.anyLeft(ended.id())).isFalse();
        assertThat(sessions.anyLeft(going.id())).isTrue();
    }

    @Test
    void keepsACodeForAnHourBecauseItCountsAgainstItsAddress() {
        Guest lately = bench.invitedGuest();
        bench.visitor().posts(bench.link(lately) + "/code");
        expire("passcode", lately, Duration.ofMinutes(59));
        Guest longAgo = bench.invitedGuest();
        bench.visitor().posts(bench.link(longAgo) + "/code");
        expire("passcode", longAgo, Duration.ofMinutes(61));

        passcodes.deleteOld();

        assertThat(passcodes.anyLeft(lately.id())).isTrue();
        assertThat(passcodes.anyLeft(longAgo.id())).isFalse();
    }

    private void expire(String table, Guest guest, Duration ago) {
        bench.change("update " + table + " set expires_at = ? where guest_id = ?", Instant.now().minus(ago).atOffset(ZoneOffset.UTC), guest.id().value());
    }
}
