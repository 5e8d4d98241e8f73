package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.WrongSetting;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.ServletRequestPathUtils;

class ThrottleTest {

    private static final int MOST = 150;

    private final HandWound time = new HandWound();
    private final Throttle throttle = new Throttle(InvitationQuota.ofOneNode(MOST, time), new ErrorAnswers(new ObjectMapper(), Clock.systemUTC()));

    @Test
    void letsAsManyThroughAsFiveSecondsAllowAndTellsTheOthersHowLongToWait() throws Exception {
        for (int i = 0; i < MOST; i++) {
            assertThat(asked("/v1.0/invitations").getStatus()).isEqualTo(HttpServletResponse.SC_OK);
        }

        MockHttpServletResponse refused = asked("/v1.0/invitations");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"TooManyRequests\"", "\"request-id\"");

        time.pass(Duration.ofSeconds(5));
        for (int i = 0; i < MOST; i++) {
            assertThat(asked("/v1.0/invitations").getStatus()).isEqualTo(HttpServletResponse.SC_OK);
        }
        assertThat(asked("/v1.0/invitations").getStatus()).isEqualTo(429);
    }

    @Test
    void whoeverWaitsAsLongAsToldIsLetThrough() throws Exception {
        var slow = new Throttle(InvitationQuota.ofOneNode(1, time), new ErrorAnswers(new ObjectMapper(), Clock.systemUTC()));
        asked(slow, "/v1.0/invitations");
        assertThat(asked(slow, "/v1.0/invitations").getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");

        time.pass(Duration.ofMillis(1500));
        assertThat(asked(slow, "/v1.0/invitations").getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("4");

        time.pass(Duration.ofSeconds(4));
        assertThat(asked(slow, "/v1.0/invitations").getStatus()).isEqualTo(HttpServletResponse.SC_OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/invitations/7", "/v1.0/invitations/7/resend"})
    void countsEveryRequestAboutInvitations(String path) throws Exception {
        for (int i = 0; i < MOST; i++) {
            asked(path);
        }

        assertThat(asked("/v1.0/invitations").getStatus()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/users", "/v1.0/groups/7/members"})
    void countsNothingElse(String path) throws Exception {
        for (int i = 0; i < MOST; i++) {
            asked("/v1.0/invitations");
        }

        assertThat(asked(path).getStatus()).isEqualTo(HttpServletResponse.SC_OK);
    }

    @Test
    void theOperatorSetsTheQuota() {
        assertThat(settings(Map.of()).invitations()).isEqualTo(MOST);
        assertThat(settings(Map.of("guestflow.api.throttle.invitations", "20")).invitations()).isEqualTo(20);
        assertThatThrownBy(() -> settings(Map.of("guestflow.api.throttle.invitations", "0"))).rootCause().isInstanceOf(WrongSetting.class)
                .hasMessage("guestflow.api.throttle.invitations must be at least 1.");
    }

    private MockHttpServletResponse asked(String path) throws Exception {
        return asked(throttle, path);
    }

    private static MockHttpServletResponse asked(Throttle throttle, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        var response = new MockHttpServletResponse();
        RequestIds.give(request, response);
        throttle.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static ThrottleSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("guestflow.api.throttle", ThrottleSettings.class);
    }
}
