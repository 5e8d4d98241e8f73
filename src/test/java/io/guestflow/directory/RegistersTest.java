package io.guestflow.directory;

import static io.guestflow.guest.Condition.ITSELF;
import static io.guestflow.guest.Condition.NONE;
import static io.guestflow.guest.Condition.equal;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Actor;
import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.AuditEntry;
import io.guestflow.guest.Condition;
import io.guestflow.guest.DirectoryMembership;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Page;
import io.guestflow.guest.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("database")
class RegistersTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();
    private UUID ada;
    private UUID suppliers;
    private UUID inviters;
    private UUID portal;

    @BeforeEach
    void fill() {
        ada = directory.guest("ada@partner.example");
        UUID alan = directory.guest("alan@partner.example", "Alan", "ACTIVE", NOW.plusSeconds(1));
        directory.member("grace", null);
        suppliers = directory.group("Suppliers");
        inviters = directory.role("Event Host");
        portal = directory.app("Brand portal");
        for (UUID user : List.of(ada, alan)) {
            directory.join(suppliers, user);
            directory.give(inviters, user);
            directory.assign(portal, user);
            directory.invitation(user, "PENDING", null, NOW, NOW.plusSeconds(1));
            directory.happened("Add member to group", "STAFF", "grace", user, suppliers, NOW);
        }
        directory.join(directory.group("Agencies"), ada);
        directory.role("Shop Reader");
        directory.assign(directory.app("Supplier desk"), ada);
        directory.assign(portal, suppliers);
        directory.happened("Expire external user invite", "SYSTEM", "system", ada, null, NOW.plusSeconds(1));
    }

    static List<Table> tables() {
        return List.of(UserTable.present(DirectoryDatabase.NAMES), CatalogueTables.GROUPS, CatalogueTables.ROLES, CatalogueTables.APPS,
                InvitationTable.TABLE, AuditTable.TABLE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void sortByEveryPropertyAndLeaveNothingOut(Table table) {
        List<UUID> all = ids(table, List.of(), 100);
        assertThat(all).hasSizeGreaterThan(1);

        for (String property : table.columns().keySet()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<Order> order = List.of(new Order(property, descending));
                assertThat(ids(table, order, 1)).as(property).isEqualTo(ids(table, order, 100)).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void askForEveryProperty(Table table) {
        Register<UUID> register = register(table);
        for (String property : table.columns().keySet()) {
            Condition absent = equal(property, null);
            assertThat(register.count(absent) + register.count(new Condition.Not(absent))).as(property).isEqualTo(register.count(NONE));
            assertThat(register.count(new Condition.Matches(property, Condition.Part.START, ""))).isEqualTo(register.count(new Condition.Not(absent)));
            assertThat(register.count(new Condition.Matches(property, Condition.Part.ANYWHERE, "nowhere"))).isZero();
        }
    }

    @Test
    void listWhatAUserBelongsTo() {
        var memberships = new SqlRegister<>(directory.jdbc(), CatalogueTables.MEMBERSHIPS, CatalogueTables::membership);

        List<DirectoryMembership> found = memberships.find(new Listing(equal("user", ada), List.of(new Order("displayName", false)), null, 10, false)).entries();

        assertThat(found).extracting(DirectoryMembership::name).containsExactly("Agencies", "Event Host", "Suppliers");
        assertThat(found).extracting(DirectoryMembership::kind).containsExactly(DirectoryMembership.Kind.GROUP, DirectoryMembership.Kind.ROLE,
                DirectoryMembership.Kind.GROUP);
    }

    @Test
    void listAppsOfAUserAndUsersOfAnApp() {
        var ofPrincipal = new SqlRegister<>(directory.jdbc(), CatalogueTables.APPS_OF_PRINCIPAL, CatalogueTables::assignment);
        var ofApp = new SqlRegister<>(directory.jdbc(), CatalogueTables.PRINCIPALS_OF_APP, CatalogueTables::assignment);

        assertThat(walked(ofPrincipal, equal("principalId", ada))).extracting(assignment -> assignment.app().name())
                .containsExactlyInAnyOrder("Brand portal", "Supplier desk");
        List<AppAssignment> principals = walked(ofApp, equal("resourceId", portal));
        assertThat(principals).extracting(AppAssignment::principalName).containsExactlyInAnyOrder("ada@partner.example", "Alan", "Suppliers");
        assertThat(principals).filteredOn(AppAssignment::toGroup).extracting(AppAssignment::principal).containsExactly(suppliers);
    }

    @Test
    void listTheSponsorsOfAGuest() {
        directory.sponsor(ada, suppliers);
        var groups = new SqlRegister<>(directory.jdbc(), CatalogueTables.GROUPS, CatalogueTables::group);

        assertThat(groups.findOne(new Condition.Has("sponsorOf", equal(ITSELF, ada))).orElseThrow().name()).isEqualTo("Suppliers");
        assertThat(groups.findOne(new Condition.Has("sponsorOf", equal(ITSELF, suppliers)))).isEmpty();
    }

    @Test
    void tellStaffByTheirDirectoryIdAndTheSystemByItsName() {
        var audit = new SqlRegister<>(directory.jdbc(), AuditTable.TABLE, AuditTable::entry);
        UUID grace = directory.jdbc().sql("select id from directory_user where staff_id = 'grace'").query(UUID.class).single();

        List<AuditEntry> entries = audit.find(Listing.of(new Condition.Has("targetResources", equal("id", ada)), 10)).entries();

        assertThat(entries).extracting(entry -> entry.actor().kind()).containsExactly(Actor.Kind.SYSTEM, Actor.Kind.STAFF);
        assertThat(entries).extracting(entry -> entry.actor().id()).containsExactly("system", grace.toString());
        assertThat(audit.count(new Condition.Has("targetResources", equal("id", suppliers)))).isEqualTo(2);
        assertThat(audit.count(equal("initiatedBy/user/id", grace))).isEqualTo(2);
    }

    private Register<UUID> register(Table table) {
        return new SqlRegister<>(directory.jdbc(), table, (row, number) -> row.getObject(1, UUID.class));
    }

    private List<UUID> ids(Table table, List<Order> orders, int size) {
        return walked(register(table), NONE, orders, size);
    }

    private static <T> List<T> walked(Register<T> register, Condition condition) {
        return walked(register, condition, List.of(), 1);
    }

    private static <T> List<T> walked(Register<T> register, Condition condition, List<Order> orders, int size) {
        var seen = new ArrayList<T>();
        Listing.Place place = null;
        do {
            Page<T> page = register.find(new Listing(condition, orders, place, size, false));
            seen.addAll(page.entries());
            place = page.next();
        } while (place != null);
        return seen;
    }
}
