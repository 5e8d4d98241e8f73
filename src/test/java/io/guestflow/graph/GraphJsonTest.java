package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@GuestflowTest
class GraphJsonTest {

    @Autowired
    private MockMvc web;

    @Test
    void readsWhatIsAsItShouldBe() throws Exception {
        String body = """
                {"name": "Ada", "number": 7, "flag": true, "id": "7f0a2c4e-0000-4000-8000-000000000001", "at": "2026-11-26T09:00:00Z",
                 "kind": "ONE", "part": {"name": null}, "parts": [{"name": "first"}, {}]}""";

        posted(body).andExpect(status().isOk()).andExpect(jsonPath("$.name").value("Ada")).andExpect(jsonPath("$.number").value(7))
                .andExpect(jsonPath("$.parts[0].name").value("first"));
    }

    @Test
    void letsNotesAboutTypesAndSourcesPassEverywhere() throws Exception {
        posted("""
                {"@odata.type": "#microsoft.graph.user", "@odata.context": {"deep": [1]}, "name": "Ada", "name@odata.type": "#String",
                 "part": {"@odata.id": "x", "name": "inner"}, "parts": [{"@odata.etag": "W/1", "name": "first"}], "parts@odata.count": 1}""")
                .andExpect(status().isOk()).andExpect(jsonPath("$.part.name").value("inner"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"nmae\": \"Ada\"}                               | nmae",
        "{\"part\": {\"part\": {\"other\": 1}}}            | part.part.other",
        "{\"parts\": [{}, {\"secret\": \"hush\"}]}         | parts[1].secret",
        "{\"parts@odata.bind\": [\"hush\"]}                | parts@odata.bind",
        "{\"odata.type\": \"hush\"}                        | odata.type",
        "{\"Name\": \"hush\"}                              | Name"})
    void namesAPropertyThatIsUnknown(String body, String property) throws Exception {
        posted(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.code").value("Request_BadRequest"))
                .andExpect(jsonPath("$.error.innerError.code").value("unknown-property"))
                .andExpect(jsonPath("$.error.message").value(property + ": There is no such property, or it cannot be set."))
                .andExpect(content().string(not(containsString("hush"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\": 4711}              | name",
        "{\"name\": 47.11}             | name",
        "{\"name\": true}              | name",
        "{\"name\": {\"a\": 1}}        | name",
        "{\"name\": [\"hush\"]}        | name",
        "{\"number\": \"4711\"}        | number",
        "{\"number\": 47.11}           | number",
        "{\"number\": 99999999999}     | number",
        "{\"flag\": \"true\"}          | flag",
        "{\"flag\": 1}                 | flag",
        "{\"id\": \"hush\"}            | id",
        "{\"at\": \"hush\"}            | at",
        "{\"kind\": \"hush\"}          | kind",
        "{\"kind\": 0}                 | kind",
        "{\"part\": \"\"}              | part",
        "{\"parts\": {\"name\": \"hush\"}} | parts",
        "{\"parts\": [{\"part\": {\"name\": 1}}]} | parts[0].part.name"})
    void namesAPropertyOfTheWrongType(String body, String property) throws Exception {
        posted(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.code").value("Request_BadRequest"))
                .andExpect(jsonPath("$.error.innerError.code").value("wrong-type"))
                .andExpect(jsonPath("$.error.message").value(property + ": This has not the type that it needs."))
                .andExpect(content().string(not(containsString("hush"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"Ada\"", "{\"name\": Ada}", "{'name': 'Ada'}", "{\"name\": \"Ada\", \"name\": \"Grace\"}",
        "{\"part\": {\"name\": \"a\", \"name\": \"b\"}}", "{\"parts\": [{\"name\": \"a\",}]}", "nonsense",
        "{\"name\": \"Ada\u0001\"}", "{\"number\": 007}"})
    void tellsWhereABodyStopsBeingJson(String body) throws Exception {
        posted(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.code").value("BadRequest"))
                .andExpect(jsonPath("$.error.innerError.code").value("malformed-json"))
                .andExpect(jsonPath("$.error.message", containsString("from line 1, column ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "{} {}", "   "})
    void wantsOneObject(String body) throws Exception {
        posted(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.innerError.code").value("wrong-type"))
                .andExpect(jsonPath("$.error.message").value("The body has not the form that it needs, mostly that of an object."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void wantsABodyWhereOneIsNeeded(String body) throws Exception {
        posted(body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.innerError.code").value("body-missing"));
    }

    @Test
    void setsBoundsToDepthAndLength() throws Exception {
        posted("{\"part\":".repeat(10) + "{}" + "}".repeat(10)).andExpect(status().isOk());
        posted("{\"part\":".repeat(10_000) + "{}" + "}".repeat(10_000)).andExpect(status().isBadRequest());
        posted("{\"@odata.context\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").andExpect(status().isBadRequest());
        posted("{\"name\": \"%s\"}".formatted("a".repeat(64 * 1024))).andExpect(status().isOk());
        posted("{\"name\": \"%s\"}".formatted("a".repeat(64 * 1024 + 1))).andExpect(status().isBadRequest());
        var answer = posted("{\"%s\": 1}".formatted("a".repeat(100_000))).andExpect(status().isBadRequest()).andReturn().getResponse();
        assertThat(answer.getContentAsString().replace(answer.getHeader("request-id"), "")).doesNotContain("aaa");
        posted("{\"number\": %s}".formatted("1".repeat(100_000))).andExpect(status().isBadRequest());
    }

    private ResultActions posted(String body) throws Exception {
        return web.perform(post("/v1.0/groups/test-only").header(HttpHeaders.CONTENT_TYPE, "application/json;odata.metadata=minimal").content(body)
                .with(tokenOf(web, "directory-app")));
    }
}
