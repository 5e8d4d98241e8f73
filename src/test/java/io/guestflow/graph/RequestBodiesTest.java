package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.AccessTokens;
import io.guestflow.GuestflowTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a program may send along, in which form and how much of it. */
@GuestflowTest
class RequestBodiesTest {

    private static final String THERE = "/v1.0/groups/test-only";

    @Autowired
    private MockMvc web;
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "application/yaml", "multipart/form-data", "garbled"})
    void aBodyOfAnotherKindIsNotTaken(String type) throws Exception {
        call(post(THERE).header(HttpHeaders.CONTENT_TYPE, type).content("name=Ada")).andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.error.code").value("UnsupportedMediaType"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/*+json; charset=utf-8"})
    void aBodyOfAnyKindIsNotTaken(String type) throws Exception {
        assertThat(sent(HttpRequest.BodyPublishers.ofString("{}"), type)).startsWith("415").contains("UnsupportedMediaType");
    }

    @Test
    void aClientThatPacksItsBodiesIsAskedNotTo() throws Exception {
        call(post(THERE).contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_ENCODING, "gzip").content("packed"))
                .andExpect(status().isUnsupportedMediaType()).andExpect(header().string(HttpHeaders.ACCEPT_ENCODING, "identity"));
        call(post(THERE).contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_ENCODING, "identity").content("{}"))
                .andExpect(status().isOk());
    }

    @Test
    void aBodyHasAtMost256KiBHoweverItComes() throws Exception {
        assertThat(sent(HttpRequest.BodyPublishers.ofString(bodyOf(LimitedBody.MOST_BYTES + 1)))).contains("413", "RequestEntityTooLarge");
        assertThat(sent(chunked(bodyOf(LimitedBody.MOST_BYTES + 1)))).contains("413", "RequestEntityTooLarge");
        assertThat(sent(chunked(bodyOf(LimitedBody.MOST_BYTES)))).startsWith("200");
    }

    @Test
    void anActionNeedsNoBodyAndTakesAnEmptyOne() throws Exception {
        call(post(THERE + "/action")).andExpect(status().isOk());
        call(post(THERE + "/action").contentType(MediaType.APPLICATION_JSON)).andExpect(status().isOk());
        call(post(THERE + "/action").contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isOk());
        call(patch(THERE + "/action").contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isMethodNotAllowed());
        call(delete(THERE + "/things/" + UUID.randomUUID())).andExpect(status().isOk());
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(tokenOf(web, "directory-app")));
    }

    /** Over the wire, because only the server knows chunks. */
    private String sent(HttpRequest.BodyPublisher body) throws Exception {
        return sent(body, "application/json;charset=utf-8;odata.metadata=none");
    }

    private String sent(HttpRequest.BodyPublisher body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + THERE)).POST(body)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + AccessTokens.of(web, "directory-app"))
                .header(HttpHeaders.CONTENT_TYPE, type).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("request-id")).isPresent();
        return answer.statusCode() + answer.body();
    }

    private static HttpRequest.BodyPublisher chunked(String body) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String bodyOf(int length) {
        return " ".repeat(length - 2) + "{}";
    }
}
