package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.TestGuests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.OptimisticLockingFailureException;

class ReviewFormsTest {

    private static final String SHIPPED = "{\"components\": []}";
    private static final String DEPLOYED = "{\"components\": [], \"id\": \"deployed\"}";

    private final Guest guest = TestGuests.invitedGuest();
    private final Onboarding onboarding = mock(Onboarding.class);

    @Test
    void areThoseOfTheOnboardingThatTheGuestIsIn() throws IOException {
        when(onboarding.reviewForm(guest)).thenReturn(Optional.of(DEPLOYED));

        assertThat(forms().of(guest).schema()).isEqualTo(DEPLOYED);
    }

    @Test
    void areTheShippedOneWhereTheOnboardingEndsInTheSameMoment() throws IOException {
        when(onboarding.reviewForm(guest)).thenThrow(new OptimisticLockingFailureException("ended"));

        assertThat(forms().of(guest).schema()).isEqualTo(SHIPPED);
    }

    private ReviewForms forms() throws IOException {
        return new ReviewForms(onboarding, new ObjectMapper(), TestGuests.settings(), new ByteArrayResource(SHIPPED.getBytes(StandardCharsets.UTF_8)));
    }
}
