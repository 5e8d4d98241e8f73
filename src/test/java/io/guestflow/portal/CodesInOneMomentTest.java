package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.OneMoment;
import io.guestflow.guest.Guest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Nobody gets more than five codes an hour mailed to an address by asking from many places at once. */
@GuestflowTest
class CodesInOneMomentTest {

    private static final int PLACES = 12;

    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void anAddressGetsFive() throws Exception {
        String address = bench.invitedGuest().address().value();

        assertThat(askedAtOnce("/sign-in", "address", address)).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(5);
    }

    @Test
    void anUnknownAddressIsAnsweredTheSame() throws Exception {
        String address = UUID.randomUUID() + "@nobody.example";

        assertThat(askedAtOnce("/sign-in", "address", address)).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(5);
    }

    @Test
    void fourMoreComeAfterTheFirst() throws Exception {
        String first = bench.visitor().posts(bench.link(bench.invitedGuest()) + "/code").getRedirectedUrl();

        assertThat(askedAtOnce(first + "/again")).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(4);
    }

    @Test
    void codesThatANodeOfTheReleaseBeforeHasMailedCount() throws Exception {
        Guest guest = bench.invitedGuest();
        Stream.generate(bench::visitor).limit(3).forEach(visitor -> visitor.posts(bench.link(guest) + "/code"));
        bench.change("update passcode set in_turn = null where guest_id = ?", guest.id().value());

        assertThat(askedAtOnce("/sign-in", "address", guest.address().value())).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(2);
    }

    private List<Integer> askedAtOnce(String path, String... fields) throws Exception {
        List<Visitor> visitors = Stream.generate(bench::visitor).limit(PLACES).toList();
        return OneMoment.ofAll(PLACES, i -> visitors.get(i).posts(path, fields).getStatus());
    }
}
