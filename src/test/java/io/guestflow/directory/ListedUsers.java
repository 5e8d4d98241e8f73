package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Has;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Page;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The ids of the users that a register lists. */
record ListedUsers(Register<User> register) {

    static ListedUsers present(DirectoryDatabase directory) {
        return new ListedUsers(new SqlRegister<>(directory.jdbc(), UserTable.present(DirectoryDatabase.NAMES), UserTable::user));
    }

    static ListedUsers removed(DirectoryDatabase directory) {
        return new ListedUsers(new SqlRegister<>(directory.jdbc(), UserTable.removed(DirectoryDatabase.NAMES), UserTable::user));
    }

    /** Everybody who fulfils the condition; the register counts as many. */
    List<UUID> all(Condition condition) {
        List<UUID> found = ids(register.find(Listing.of(condition, 100)));
        assertThat(register.count(condition)).isEqualTo(found.size());
        return found;
    }

    /** Everybody in this order, from page to page. */
    List<UUID> walked(int size, Order... orders) {
        var seen = new ArrayList<UUID>();
        Listing.Place place = null;
        do {
            Page<User> page = register.find(new Listing(Condition.NONE, List.of(orders), place, size, false));
            seen.addAll(ids(page));
            place = page.next();
        } while (place != null);
        return seen;
    }

    User only(Condition condition) {
        return register.findOne(condition).orElseThrow();
    }

    static List<UUID> ids(Page<User> page) {
        return page.entries().stream().map(User::id).toList();
    }

    static Condition has(String collection, Condition item) {
        return new Has(collection, item);
    }
}
