package io.guestflow.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The form that a guest answers: the one deployed with the guest's onboarding, or the shipped one until the onboarding asks. */
@Component
class ReviewForms {

    private final Onboarding onboarding;
    private final ObjectMapper json;
    private final Settings settings;
    private final String shipped;

    /** @throws FormNotSupported if the shipped form holds what the guest page cannot show or check */
    ReviewForms(Onboarding onboarding, ObjectMapper json, Settings settings, @Value("classpath:forms/review-permissions.form") Resource shipped)
            throws IOException {
        this.onboarding = onboarding;
        this.json = json;
        this.settings = settings;
        this.shipped = shipped.getContentAsString(StandardCharsets.UTF_8);
        ReviewForm.read(this.shipped, json);
    }

    ReviewForm of(Guest guest) {
        return ReviewForm.read(deployed(guest).orElse(shipped), json);
    }

    private Optional<String> deployed(Guest guest) {
        try {
            return onboarding.reviewForm(guest);
        } catch (ConcurrencyFailureException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * What expressions in the form can use, and the answers to begin with.
     *
     * @param answers a JSON object as the guest posted it; anything else is left out
     */
    String data(Locale language, String answers) {
        ObjectNode data = given(answers);
        data.put("language", language.getLanguage());
        data.put("organization", settings.organization().name());
        return data.toString();
    }

    private ObjectNode given(String answers) {
        try {
            return json.readTree(answers) instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (JsonProcessingException garbled) {
            return json.createObjectNode();
        }
    }
}
