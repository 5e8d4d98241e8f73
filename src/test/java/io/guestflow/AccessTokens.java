package io.guestflow;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Access tokens of the programs in application-test.yaml, as the token endpoint gives them. */
public final class AccessTokens {

    private AccessTokens() {
    }

    public static String secretOf(String client) {
        return "the secret of " + client + " is long enough";
    }

    /** A token with every scope of the program. */
    public static String of(MockMvc web, String client) {
        return withScope(web, client, ".default");
    }

    /** A token with this one of the program's scopes. */
    public static String withScope(MockMvc web, String client, String scope) {
        try {
            return JsonPath.read(web.perform(post("/oauth2/token").with(httpBasic(client, secretOf(client).replace(" ", "+")))
                    .param("grant_type", "client_credentials").param("scope", scope)).andReturn().getResponse().getContentAsString(),
                    "$.access_token");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Lets a request carry the program's token. */
    public static RequestPostProcessor tokenOf(MockMvc web, String client) {
        String token = of(web, client);
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return request;
        };
    }
}
