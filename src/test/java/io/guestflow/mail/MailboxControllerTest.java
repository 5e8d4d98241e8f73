package io.guestflow.mail;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

class MailboxControllerTest {

    private static final String LETTER = "Subject: Hello\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n"
            + "<script>alert(1)</script><a href=\"/redeem/x\">Grüezi</a>";

    @TempDir
    private Path directory;
    private Mailbox mailbox;
    private MockMvc web;

    @BeforeEach
    void receiveALetter() throws Exception {
        mailbox = new Mailbox(directory);
        mailbox.put(LETTER.getBytes(StandardCharsets.UTF_8));
        web = MockMvcBuilders.standaloneSetup(new MailboxController(mailbox))
                .setViewResolvers(new InternalResourceViewResolver("/", ".html")).build();
    }

    @Test
    void listsTheLetters() throws Exception {
        web.perform(get("/mailbox")).andExpect(status().isOk()).andExpect(model().attribute("letters", hasSize(1)));
    }

    @Test
    void showsALetterWhereItCanDoNothingButOpenItsLinks() throws Exception {
        web.perform(get("/mailbox/{id}/html", mailbox.newest(1).get(0).id())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Grüezi")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy",
                        containsString("frame-ancestors 'self'; sandbox allow-popups")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void knowsNoOtherLetters() throws Exception {
        web.perform(get("/mailbox/{id}", "20270101-000000-000000-00000000")).andExpect(status().isNotFound());
        web.perform(get("/mailbox/{id}/html", "..")).andExpect(status().isNotFound());
    }
}
