package io.guestflow.directory;

import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The columns that lists are sorted and searched by follow the others by themselves, whoever writes those. */
@Tag("database")
class ListKeysTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();

    @Test
    void followTheNameOrTheAddress() {
        UUID ada = directory.guest("Ada@Partner.example");
        assertThat(keys(ada)).containsEntry("DISPLAY_KEY", "ada@partner.example").containsEntry("CONTACT_KEY", "ada@partner.example");

        directory.set(ada, "display_name", "Ada LOVELACE");
        directory.set(ada, "contact_mail_key", "office@partner.example");
        assertThat(keys(ada)).containsEntry("DISPLAY_KEY", "ada lovelace").containsEntry("CONTACT_KEY", "office@partner.example");
    }

    @Test
    void followTheAnswerOfAGuestThroughRemovalAndRestoration() {
        UUID ada = directory.guest("ada@partner.example", null, "ACCEPTED", NOW);
        assertThat(keys(ada)).containsEntry("EXTERNAL_STATE", "ACCEPTED");

        directory.set(ada, "state_before_removal", "ACTIVE");
        directory.set(ada, "state", "REMOVED");
        assertThat(keys(ada)).containsEntry("EXTERNAL_STATE", "ACCEPTED");

        directory.set(ada, "state_before_removal", "DECLINED");
        assertThat(keys(ada)).containsEntry("EXTERNAL_STATE", "PENDING");
    }

    @Test
    void leaveMembersWithoutAState() {
        UUID nameless = directory.member("grace", null);
        directory.set(nameless, "display_name", null);

        assertThat(keys(nameless)).containsEntry("DISPLAY_KEY", "").containsEntry("CONTACT_KEY", null).containsEntry("EXTERNAL_STATE", null);
        directory.set(nameless, "mail", "Shared@Contoso.example");
        assertThat(keys(nameless)).as("an address that a guest has already").containsEntry("CONTACT_KEY", "shared@contoso.example");
    }

    private Map<String, Object> keys(UUID user) {
        return directory.jdbc().sql("select display_key, contact_key, external_state from directory_user where id = :id").param("id", user).query().singleRow();
    }
}
