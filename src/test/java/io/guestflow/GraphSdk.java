package io.guestflow;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Invitation;
import com.microsoft.graph.models.InvitedUserMessageInfo;
import com.microsoft.graph.models.Recipient;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.MockMvc;

/** Microsoft's own library, pointed at this installation, and what is handed to it. */
class GraphSdk {

    private final Map<String, GraphServiceClient> clients = new HashMap<>();
    private final MockMvc web;
    private final String root;

    GraphSdk(MockMvc web, String root) {
        this.web = web;
        this.root = root;
    }

    GraphServiceClient as(String program) {
        return clients.computeIfAbsent(program, this::newClient);
    }

    private GraphServiceClient newClient(String program) {
        String token = AccessTokens.of(web, program);
        var tokens = new AccessTokenProvider() {
            @Override
            public String getAuthorizationToken(URI uri, Map<String, Object> context) {
                return token;
            }

            @Override
            public AllowedHostsValidator getAllowedHostsValidator() {
                return new AllowedHostsValidator("localhost");
            }
        };
        return new GraphServiceClient(new BaseGraphRequestAdapter(new BaseBearerTokenAuthenticationProvider(tokens), root,
                GraphServiceClient.getGraphClientOptions()));
    }

    static Invitation invitation(String address) {
        Invitation invitation = new Invitation();
        invitation.setInvitedUserEmailAddress(address);
        invitation.setInviteRedirectUrl(StartedApplication.HOME + "/welcome");
        return invitation;
    }

    /** @param copy the address of somebody who gets the letter as well */
    static InvitedUserMessageInfo message(String text, String copy) {
        EmailAddress address = new EmailAddress();
        address.setAddress(copy);
        Recipient recipient = new Recipient();
        recipient.setEmailAddress(address);
        InvitedUserMessageInfo message = new InvitedUserMessageInfo();
        message.setCustomizedMessageBody(text);
        message.setCcRecipients(List.of(recipient));
        return message;
    }
}
