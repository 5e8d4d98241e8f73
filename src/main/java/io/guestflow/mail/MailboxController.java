package io.guestflow.mail;

import java.io.IOException;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mailbox of the embedded mail server. */
@Controller
@Conditional(NoMailServerConfigured.class)
class MailboxController {

    private static final int LONGEST_LIST = 200;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** A letter may show itself and open its links, and nothing else. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/mailbox")
    String letters(Model model) throws IOException {
        model.addAttribute("letters", mailbox.newest(LONGEST_LIST));
        return "mail/mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String letter(@PathVariable String id, Model model) {
        model.addAttribute("letter", existing(id));
        return "mail/mailbox-letter";
    }

    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", LETTER_POLICY).body(existing(id).html());
    }

    private PostedLetter existing(String id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
