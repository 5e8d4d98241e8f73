package io.guestflow.portal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody with a browser, which keeps its cookies; each has an address of its own. */
public class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static int visitors;

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final String address = "192.0.2." + ++visitors % 250;

    public Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    public MockHttpServletResponse follows(String path) {
        return perform(get(path)).getResponse();
    }

    /** @param fields names and values in turn */
    MockHttpServletResponse posts(String path, String... fields) {
        MockHttpServletRequestBuilder request = post(path).param("_csrf", formToken());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request).getResponse();
    }

    /** The token that every form carries against posts from elsewhere. */
    public String formToken() {
        Matcher field = FORM_TOKEN.matcher(text(follows("/sign-in/any")));
        if (!field.find()) {
            throw new IllegalStateException("no token in the form");
        }
        return field.group(1);
    }

    static String text(MockHttpServletResponse page) {
        try {
            return page.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public MvcResult perform(MockHttpServletRequestBuilder request) {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        try {
            MvcResult result = mvc.perform(request.with(made -> {
                made.setRemoteAddr(address);
                return made;
            })).andReturn();
            for (Cookie cookie : result.getResponse().getCookies()) {
                cookies.put(cookie.getName(), cookie);
            }
            return result;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String cookie(String name) {
        return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
    }
}
