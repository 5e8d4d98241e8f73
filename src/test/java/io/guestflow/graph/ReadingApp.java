package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A program that reads everything it may, as scripts do. */
class ReadingApp {

    private static final String BASE = "http://localhost:8080/v1.0";

    private final MockMvc web;
    private final RequestPostProcessor token;

    ReadingApp(MockMvc web) {
        this.web = web;
        this.token = tokenOf(web, "directory-app");
    }

    /** @param path behind /v1.0 and encoded */
    MockHttpServletResponse answer(String path) {
        try {
            MediaType wanted = path.replaceFirst("\\?.*", "").endsWith("/$count") ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
            return web.perform(get(URI.create("/v1.0" + path)).accept(wanted).header("ConsistencyLevel", "eventual").with(token)).andReturn().getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    DocumentContext read(String path) {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(() -> path + " " + text(answer)).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith(MediaType.APPLICATION_JSON_VALUE);
        return JsonPath.parse(text(answer));
    }

    String count(String path) {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(() -> text(answer)).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith(MediaType.TEXT_PLAIN_VALUE);
        return text(answer);
    }

    /** The error, after a look at the status. */
    DocumentContext refused(String path, int status) {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(() -> path + " " + text(answer)).isEqualTo(status);
        return JsonPath.parse(text(answer));
    }

    /** The ids of a list, all pages of it, with the links followed as they are. */
    List<String> ids(String path) {
        var ids = new ArrayList<String>();
        for (String next = path; next != null;) {
            DocumentContext page = read(next);
            ids.addAll(page.read("$.value[*].id"));
            next = next(page);
        }
        return ids;
    }

    /** Where the next page is, behind /v1.0; null on the last. */
    static String next(DocumentContext page) {
        String link = page.<Map<String, String>>read("$").get("@odata.nextLink");
        assertThat(link).satisfiesAnyOf(none -> assertThat(none).isNull(), one -> assertThat(one).startsWith(BASE).contains("?$skiptoken=").doesNotContain("&"));
        return link == null ? null : link.substring(BASE.length());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
