package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeTest {

    private static final String THERE = "/v1.0/groups/test-only";
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Autowired
    private MockMvc web;

    @Test
    void everyAnswerCarriesTheIdsByWhichBothSidesFindTheRequest() throws Exception {
        call(get(THERE).header("client-request-id", "their-own_1.2")).andExpect(status().isOk())
                .andExpect(header().string("request-id", matchesPattern(UUID_PATTERN)))
                .andExpect(header().string("client-request-id", "their-own_1.2"));

        String first = call(get(THERE)).andReturn().getResponse().getHeader("request-id");
        String second = call(get(THERE)).andReturn().getResponse().getHeader("request-id");
        assertThat(first).isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<script>", "ada@analytical.example",
        "01234567890123456789012345678901234567890123456789012345678901234"})
    void whateverElseCameAsTheirIdIsNotRepeated(String theirs) throws Exception {
        var response = web.perform(get(THERE).header("client-request-id", theirs)).andReturn().getResponse();

        assertThat(response.getHeader("client-request-id")).isEqualTo(response.getHeader("request-id"));
    }

    @Test
    void aRefusalHasTheShapeThatClientsOfMicrosoftGraphKnow() throws Exception {
        String id = call(get(THERE + "/failures/refused").header("client-request-id", "abc")).andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.error.code").value("Request_BadRequest"))
                .andExpect(jsonPath("$.error.message").value(
                        "invitedUserEmailAddress: This is not a mail address. inviteRedirectUrl: This is not a web address."))
                .andExpect(jsonPath("$.error.innerError.code").value("invalid-email"))
                .andExpect(jsonPath("$.error.innerError.client-request-id").value("abc"))
                .andExpect(jsonPath("$.error.innerError.date", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")))
                .andReturn().getResponse().getHeader("request-id");
        assertThat(id).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "taken,       409, Request_MultipleObjectsWithSameKeyValue, already-accepted, invitedUserEmailAddress: This address belongs to a guest.",
        "duplicate,   409, Request_MultipleObjectsWithSameKeyValue, ,                 Somebody else in the directory has this already.",
        "not-allowed, 409, Conflict,                                not-allowed,      Guest 7f0a2c4e-0000-4000-8000-000000000001: is removed",
        "gone,        404, Request_ResourceNotFound,                ,                 There is no such group.",
        "teapot,      400, Request_BadRequest,                      ,                 The request cannot be understood."})
    void aRefusalKeepsItsReason(String failure, int status, String code, String detail, String message) throws Exception {
        call(get(THERE + "/failures/" + failure)).andExpect(status().is(status)).andExpect(jsonPath("$.error.code").value(code))
                .andExpect(jsonPath("$.error.message").value(message))
                .andExpect(detail == null ? jsonPath("$.error.innerError", not(hasKey("code"))) : jsonPath("$.error.innerError.code").value(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "locked"})
    void whoeverWasSlowerIsAskedToTryAgain(String failure) throws Exception {
        call(get(THERE + "/failures/" + failure)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.error.code").value("Directory_ConcurrencyViolation")).andExpect(header().string(HttpHeaders.RETRY_AFTER, "1"));
    }

    @Test
    void aFailureOfOursIsOneLineForTheOperatorAndNothingOfItsInsidesForTheCaller(CapturedOutput output) throws Exception {
        var response = call(get(THERE + "/failures/broken?address=ada@analytical.example")).andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.error.code").value("generalException"))
                .andReturn().getResponse();

        assertThat(response.getContentAsString().replace(response.getHeader("request-id"), "")).doesNotContain("ada", "Exception:");
        assertThat(output.getAll().lines().filter(line -> line.contains(response.getHeader("request-id")))).singleElement().asString()
                .contains("GET /v1.0/groups/test-only/failures/{name} failed with IllegalStateException by IllegalArgumentException at "
                        + "io.guestflow.graph.TestOnlyController");
        assertThat(output).doesNotContain("ada@analytical.example", "\tat ");
    }

    @Test
    void whoeverHangsUpIsNoFailureOfOurs(CapturedOutput output) throws Exception {
        call(get(THERE + "/failures/hung-up")).andExpect(content().string(""));

        assertThat(output).doesNotContain("failed with");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1.0", "GET, /v1.0/", "GET, /v1.0/nowhere", "POST, /v1.0/nowhere/at/all", "GET, /v1.0/groups/test-only/nowhere/at/all",
        "GET, /v1.0/policies/other", "GET, /v1.0/error"})
    void whatDoesNotExistIsNotFound(String method, String path) throws Exception {
        call(request(HttpMethod.valueOf(method), path)).andExpect(status().isNotFound())
                .andExpect(jsonPath("$.error.code").value("Request_ResourceNotFound"))
                .andExpect(jsonPath("$.error.message").value("This does not exist."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PUT    | /v1.0/users                        | GET, POST, PATCH, DELETE", "OPTIONS | /v1.0/invitations     | POST, GET, DELETE",
        "PUT    | /v1.0/policies/authorizationPolicy | GET, PATCH",              "HEAD    | /v1.0/auditLogs/x     | GET",
        "DELETE | /v1.0/groups/test-only/action      | POST"})
    void aMethodThatCannotBeUsedIsToldWithThoseThatCan(String method, String path, String allowed) throws Exception {
        call(request(HttpMethod.valueOf(method), path)).andExpect(status().isMethodNotAllowed())
                .andExpect(header().string(HttpHeaders.ALLOW, allowed)).andExpect(jsonPath("$.error.code").value("MethodNotAllowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;odata.metadata=none",
        "application/json;odata.metadata=minimal;IEEE754Compatible=false",
        "*/*", "application/*", "text/html,application/xml;q=0.9,*/*;q=0.8", "text/plain, application/json"})
    void theAnswerIsJsonForWhoeverCanTakeIt(String accept) throws Exception {
        call(get(THERE).header(HttpHeaders.ACCEPT, accept).header(HttpHeaders.CONTENT_TYPE, "application/json")).andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/yaml", "garbled"})
    void whoeverCannotTakeJsonIsToldBeforeAnythingIsDone(String accept) throws Exception {
        call(post(THERE + "/action").header(HttpHeaders.ACCEPT, accept)).andExpect(status().isNotAcceptable())
                .andExpect(jsonPath("$.error.code").value("NotAcceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/users/a;b=c", "/v1.0//users", "/v1.0/users/..%2F..", "/v1.0/users/%00"})
    void anAddressThatTriesSomethingIsRefusedInTheSameShape(String path) throws Exception {
        call(get(URI.create(path))).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.code").value("Request_BadRequest"))
                .andExpect(header().exists("request-id"));
    }

    @Test
    void aValueOfTheWrongFormInTheAddressIsTold() throws Exception {
        call(get(THERE + "/things/7?size=1")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.message").value("id: This has not the form that it needs."));
        call(get(THERE + "/things/" + UUID.randomUUID() + "?size=many")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.message").value("size: This has not the form that it needs."));
        call(get(THERE + "/things/" + UUID.randomUUID())).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.message").value("Required parameter 'size' is not present."));
    }

    @Test
    void aNumberIsPlainText() throws Exception {
        call(get(THERE + "/$count").accept(MediaType.TEXT_PLAIN)).andExpect(status().isOk()).andExpect(content().string("0"));
        call(get(THERE + "/$count").accept(MediaType.APPLICATION_XML)).andExpect(status().isNotAcceptable());
    }

    @Test
    void thePagesKeepTheirOwnErrors() throws Exception {
        web.perform(get("/guests").accept(MediaType.TEXT_HTML)).andExpect(status().isFound()).andExpect(header().doesNotExist("request-id"));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(tokenOf(web, "directory-app")));
    }
}
