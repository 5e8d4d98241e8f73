package io.guestflow.graph;

import static io.guestflow.graph.InvitingApps.body;
import static io.guestflow.graph.InvitingApps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What becomes of invitations that are there: programs read them, send them again and withdraw them. */
@GuestflowTest
class StandingInvitationsTest {

    private InvitingApps apps;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        apps = beans.createBean(InvitingApps.class);
    }

    @Test
    void areSentAgainByTheirInviterOnly() throws Exception {
        String id = id(apps.invite(""));

        apps.resend("directory-app", id).andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value("sentAgain"));
        apps.resend("inviting-app", id).andExpect(status().isOk())
                .andExpect(jsonPath("$['@odata.context']", endsWith("$metadata#Edm.String")));
        apps.resend("reading-app", id).andExpect(status().isForbidden());
        String foreign = id(apps.call("directory-app", body("of-another." + apps.address, "")));
        apps.resend("inviting-app", foreign).andExpect(status().isNotFound());
    }

    @Test
    void areShownWithoutTheirLinkToWhoeverMayRead() throws Exception {
        String id = id(apps.invite(", \"sendInvitationMessage\": true"));

        apps.show("reading-app", "/" + id).andExpect(status().isOk()).andExpect(jsonPath("$.invitedUserEmailAddress").value(apps.address))
                .andExpect(jsonPath("$.inviteRedeemUrl").doesNotExist()).andExpect(jsonPath("$.sendInvitationMessage").value(true))
                .andExpect(jsonPath("$.invitedUser.userPrincipalName", endsWith("#EXT#@contoso.example")));
        apps.show("inviting-app", "/" + id).andExpect(status().isOk());
        String foreign = id(apps.call("directory-app", body("of-another." + apps.address, "")));
        apps.show("inviting-app", "/" + foreign).andExpect(status().isNotFound());
        apps.show("reading-app", "/" + foreign).andExpect(status().isOk());
    }

    @Test
    void areListedByStatusAndAddress() throws Exception {
        String pending = id(apps.invite(""));
        String withdrawn = id(apps.call("inviting-app", body("withdrawn." + apps.address, "")));
        apps.remove("inviting-app", "invitations/" + withdrawn).andExpect(status().isNoContent());

        apps.show("inviting-app", "?$filter=invitedUserEmailAddress eq '" + apps.address + "' and status eq 'PendingAcceptance'&$count=true")
                .andExpect(status().isOk()).andExpect(jsonPath("$['@odata.count']").value(1)).andExpect(jsonPath("$.value[0].id").value(pending));
        apps.show("inviting-app", "?$filter=endsWith(invitedUserEmailAddress,'" + apps.address + "') and status eq 'Error'")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].statusDetail").value("withdrawn"));
        apps.show("inviting-app", "?$filter=favouriteColour eq 'mauve'").andExpect(status().isBadRequest());
    }

    @Test
    void listOnlyTheirOwnToAProgramThatMayOnlyInvite() throws Exception {
        apps.invite("");
        apps.call("directory-app", body("of-another." + apps.address, "")).andExpect(status().isCreated());

        apps.show("inviting-app", "?$filter=contains(invitedUserEmailAddress,'" + apps.address + "')")
                .andExpect(jsonPath("$.value.length()").value(1));
        apps.show("reading-app", "?$filter=contains(invitedUserEmailAddress,'" + apps.address + "')&$top=1")
                .andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$['@odata.nextLink']", startsWith("http://localhost:8080/v1.0/invitations?$skiptoken=")));
    }

    @Test
    void areWithdrawnOnceAndTheGuestIsGone() throws Exception {
        String id = id(apps.invite(", \"sendInvitationMessage\": true"));

        apps.remove("inviting-app", "invitations/" + id).andExpect(status().isNoContent());

        assertThat(apps.guest().state()).isEqualTo(GuestState.REMOVED);
        apps.remove("inviting-app", "invitations/" + id).andExpect(status().isConflict());
        apps.remove("inviting-app", "invitations/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    void areNotRepeatedForAGuestWhoIsGoneForGood() throws Exception {
        apps.repeat(apps.address, "").andExpect(status().isCreated());
        GuestId guest = apps.guest().id();
        for (String removed : new String[] {"users/", "directory/deletedItems/"}) {
            apps.remove("directory-app", removed + guest).andExpect(status().isNoContent());
        }

        apps.repeat(apps.address, "").andExpect(status().isConflict()).andExpect(jsonPath("$.error.innerError.code").value("invitation-gone"));
    }
}
