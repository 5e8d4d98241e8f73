package io.guestflow.directory;

import static io.guestflow.directory.ListedUsers.ids;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Page;
import io.guestflow.guest.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long lists of users are read: in an order, page by page, while users come and go. */
@Tag("database")
class UserPagesTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();
    private final ListedUsers users = ListedUsers.present(directory);

    @Test
    void sortsByAnythingInBothDirectionsWithNothingFirst() {
        UUID none = directory.guest("c@partner.example", "Same", "PENDING", NOW);
        UUID lower = directory.guest("b@partner.example", "same", "PENDING", NOW.plusSeconds(1));
        UUID upper = directory.guest("a@partner.example", "Other", "PENDING", NOW.plusSeconds(2));
        directory.set(lower, "company_name", "acme");
        directory.set(upper, "company_name", "Zulu");

        assertThat(users.walked(3, new Order("companyName", false))).containsExactly(none, lower, upper);
        for (int size : new int[] {1, 2, 3, 4}) {
            assertThat(users.walked(size, new Order("companyName", false))).containsExactly(none, lower, upper);
            assertThat(users.walked(size, new Order("companyName", true))).containsExactly(upper, lower, none);
            assertThat(users.walked(size, new Order("displayName", false), new Order("createdDateTime", true))).containsExactly(upper, lower, none);
            assertThat(users.walked(size, new Order("displayName", true), new Order("companyName", false))).containsExactly(none, lower, upper);
            assertThat(users.walked(size, new Order("displayName", true), new Order("companyName", true))).containsExactly(lower, none, upper);
            assertThat(users.walked(size, new Order("mail", false))).containsExactly(upper, lower, none);
            assertThat(users.walked(size, new Order("accountEnabled", false), new Order("mail", true))).containsExactly(none, lower, upper);
            assertThat(users.walked(size, new Order("id", true))).containsExactlyElementsOf(users.walked(10, new Order("id", false)).stream()
                    .sorted(Comparator.comparing(users.walked(10, new Order("id", false))::indexOf).reversed()).toList());
        }
    }

    @Test
    void showsEverybodyOnceWhoStaysWhileOthersComeAndGo() {
        List<UUID> staying = new ArrayList<>();
        List<UUID> leaving = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            (i % 3 == 0 ? leaving : staying)
                    .add(directory.guest("g%02d@partner.example".formatted(i), i % 2 == 0 ? null : "Name " + i % 4, "PENDING", NOW));
        }
        List<UUID> seen = new ArrayList<>();
        Listing.Place place = null;
        int round = 0;
        do {
            Page<User> page = users.register().find(new Listing(Condition.NONE, List.of(new Order("displayName", true)), place, 4, true));
            seen.addAll(ids(page));
            place = page.next();
            directory.guest("new-%02d@partner.example".formatted(round++), "A new one", "PENDING", NOW);
            UUID last = page.entries().get(page.entries().size() - 1).id();
            leaving.stream().filter(id -> id.equals(last) || seen.contains(id)).toList().forEach(directory::delete);
            if (staying.contains(last)) {
                directory.set(last, "display_name", "zz moved to the front");
            }
        } while (place != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void continuesBehindAGuestWhoIsGone() {
        directory.guest("a@partner.example");
        UUID last = directory.guest("b@partner.example");
        UUID next = directory.guest("c@partner.example");
        Page<User> page = users.register().find(new Listing(Condition.NONE, List.of(new Order("mail", false)), null, 2, true));
        directory.delete(last);

        Page<User> rest = users.register().find(new Listing(Condition.NONE, List.of(new Order("mail", false)), page.next(), 2, true));

        assertThat(page.count()).isEqualTo(3);
        assertThat(ids(rest)).containsExactly(next);
        assertThat(rest.next()).isNull();
        assertThat(rest.count()).isEqualTo(2);
    }

    @Test
    void readsAPageWithOneStatementAndACountWithAnother() {
        for (int i = 0; i < 50; i++) {
            directory.otherMail(directory.guest("guest-" + i + "@partner.example"), "other-" + i + "@home.example");
        }
        directory.statements();

        users.register().find(new Listing(Condition.NONE, List.of(), null, 40, false));
        assertThat(directory.statements()).isEqualTo(1);
        users.register().find(new Listing(Condition.NONE, List.of(), null, 40, true));
        assertThat(directory.statements()).isEqualTo(2);
    }
}
