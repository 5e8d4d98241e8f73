package io.guestflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.ProfileChanges;
import io.guestflow.guest.Reference;
import io.guestflow.guest.Sponsorships;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class GuestPagesTest {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Onboarding onboarding;
    @Autowired
    private ProfileChanges profiles;
    @Autowired
    private Sponsorships sponsorships;

    @Test
    void tellsOfAGuestWhatIsKnownAndWhoAnswersForThem() throws Exception {
        GuestId guest = invited("Ada Lovelace");
        String contact = UUID.randomUUID() + "@office.example";
        profiles.change(guest.toString(), Map.of("mail", contact, "otherMails", List.of("ada@home.example"), "companyName", "Analytical <Engines>",
                "jobTitle", "Programmer", "preferredLanguage", "en-GB", "usageLocation", "AT"));
        sponsorships.add(guest.toString(), Reference.of("users/" + invited("Charles Babbage")));

        assertThat(page(guest)).containsSubsequence("Contact address", contact, "Other addresses", "ada@home.example", "Company",
                "Analytical &lt;Engines&gt;", "Job title", "Programmer", "English (United Kingdom)", "Austria", "Sponsors", "Charles Babbage");
    }

    @Test
    void saysNothingOfWhatIsNotKnown() throws Exception {
        assertThat(page(invited("Ada Lovelace"))).doesNotContain("Contact address", "Company", "Sponsors", "locked");
    }

    @Test
    void saysThatAGuestIsBlocked() throws Exception {
        GuestId guest = invited("Ada Lovelace");
        profiles.change(guest.toString(), Map.of("accountEnabled", false));

        assertThat(page(guest)).contains("This guest is blocked");
    }

    @Test
    void keepsWhatIsTypedIntoTheAddressOutOfTheLog(CapturedOutput output) throws Exception {
        mvc.perform(get("/guests").param("state", "ada@analytical.example").with(user("admin").roles("USER_ADMINISTRATOR")))
                .andExpect(status().isBadRequest());

        assertThat(output).doesNotContain("analytical");
    }

    private String page(GuestId guest) throws Exception {
        return mvc.perform(get("/guests/" + guest).with(user("admin").roles("USER_ADMINISTRATOR"))).andReturn().getResponse().getContentAsString();
    }

    private GuestId invited(String name) {
        return onboarding.invite(new InvitationRequest(name, UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), false, null, List.of(),
                "en", null, null, null));
    }
}
