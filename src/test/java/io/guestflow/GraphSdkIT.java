package io.guestflow;

import static io.guestflow.GraphSdk.invitation;
import static io.guestflow.GraphSdk.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.AllowInvitesFrom;
import com.microsoft.graph.models.AuthorizationPolicy;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.Invitation;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What scripts do with Microsoft's own library, pointed at this installation. */
class GraphSdkIT extends StartedApplication {

    private final String company = UUID.randomUUID() + ".example";
    @Autowired
    private MockMvc web;
    private GraphSdk sdk;

    @BeforeEach
    void prepare() {
        sdk = new GraphSdk(web, HOME + "/v1.0");
    }

    @Test
    void inviteAGuestAndReadItStraightAfter() {
        Invitation invitation = invitation("ada@" + company);
        invitation.setInvitedUserDisplayName("Ada Lovelace");
        invitation.setSendInvitationMessage(true);
        invitation.setInvitedUserMessageInfo(message("Welcome!", "bob@contoso.example"));
        User sponsor = new User();
        sponsor.setId(admin());
        invitation.setInvitedUserSponsors(List.of(sponsor));

        Invitation answer = directory().invitations().post(invitation);

        assertThat(answer.getStatus()).isEqualTo("PendingAcceptance");
        assertThat(answer.getInviteRedeemUrl()).startsWith(HOME + "/redeem/");
        assertThat(answer.getInvitedUserMessageInfo().getCcRecipients()).singleElement()
                .satisfies(copy -> assertThat(copy.getEmailAddress().getAddress()).isEqualTo("bob@contoso.example"));
        User guest = directory().users().byUserId(answer.getInvitedUser().getId()).get(request -> request.queryParameters.select =
                new String[] {"id", "displayName", "userType", "externalUserState", "creationType", "mail", "userPrincipalName"});
        assertThat(guest.getExternalUserState()).isEqualTo("PendingAcceptance");
        assertThat(guest.getUserType()).isEqualTo("Guest");
        assertThat(guest.getCreationType()).isEqualTo("Invitation");
        assertThat(directory().users().byUserId(guest.getUserPrincipalName()).get().getId()).isEqualTo(guest.getId());
        assertThat(directory().users().byUserId(guest.getId()).sponsors().get().getValue()).extracting(DirectoryObject::getId).containsExactly(admin());
    }

    @Test
    void walkThroughAListPageByPage() throws ReflectiveOperationException {
        List<String> invited = IntStream.range(0, 7).mapToObj(i -> invite("guest-" + i + "@" + company)).toList();
        UserCollectionResponse first = directory().users().get(request -> {
            request.queryParameters.filter = "endsWith(mail,'@" + company + "') and userType eq 'Guest'";
            request.queryParameters.top = 3;
            request.queryParameters.count = true;
            request.headers.add("ConsistencyLevel", "eventual");
        });
        assertThat(first.getOdataCount()).isEqualTo(7);
        assertThat(first.getOdataNextLink()).startsWith(HOME + "/v1.0/users?").doesNotContain(company);

        List<String> seen = new ArrayList<>();
        new PageIterator.Builder<User, UserCollectionResponse>().client(directory()).collectionPage(first)
                .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(user -> seen.add(user.getId())).build().iterate();

        assertThat(seen).containsExactlyInAnyOrderElementsOf(invited);
    }

    @Test
    void findAGuestByAnyOfItsAddresses() {
        String id = invite("bob@" + company);
        User changes = new User();
        changes.setOtherMails(List.of("robert@" + company));
        changes.setCompanyName("Analytical");
        directory().users().byUserId(id).patch(changes);

        for (String filter : List.of("mail eq 'bob@" + company + "'", "otherMails/any(x:x eq 'robert@" + company + "')",
                "proxyAddresses/any(x:x eq 'SMTP:bob@" + company + "')", "startsWith(mail,'bob@" + company + "') and externalUserState eq 'PendingAcceptance'")) {
            assertThat(directory().users().get(request -> request.queryParameters.filter = filter).getValue()).as(filter).extracting(User::getId)
                    .containsExactly(id);
        }
        User read = directory().users().byUserId(id).get(request -> request.queryParameters.select = new String[] {"companyName", "otherMails"});
        assertThat(read.getCompanyName()).isEqualTo("Analytical");
        assertThat(read.getOtherMails()).containsExactly("robert@" + company);
    }

    @Test
    void putAGuestIntoAGroupAndTakeItOut() {
        String id = invite("carol@" + company);
        Group group = new Group();
        group.setDisplayName("Partners " + company);
        group.setMailEnabled(false);
        group.setSecurityEnabled(true);
        group.setMailNickname("partners");
        String partners = directory().groups().post(group).getId();
        ReferenceCreate reference = new ReferenceCreate();
        reference.setOdataId("https://graph.microsoft.com/v1.0/directoryObjects/" + id);

        directory().groups().byGroupId(partners).members().ref().post(reference);
        assertThat(directory().groups().byGroupId(partners).members().get().getValue()).singleElement().isInstanceOf(User.class)
                .extracting(DirectoryObject::getId).isEqualTo(id);
        assertThatThrownBy(() -> directory().groups().byGroupId(partners).members().ref().post(reference))
                .isInstanceOfSatisfying(ODataError.class, error -> assertThat(error.getResponseStatusCode()).isEqualTo(400));
        directory().groups().byGroupId(partners).members().byDirectoryObjectId(id).ref().delete();

        assertThat(directory().groups().byGroupId(partners).members().get().getValue()).isEmpty();
        directory().groups().byGroupId(partners).delete();
    }

    @Test
    void deleteRestoreAndForgetAGuest() {
        String id = invite("dave@" + company);

        directory().users().byUserId(id).delete();
        notFound(() -> directory().users().byUserId(id).get());
        assertThat(directory().directory().deletedItems().graphUser().get(request -> request.queryParameters.filter = "id eq '" + id + "'").getValue())
                .extracting(User::getId).containsExactly(id);

        DirectoryObject restored = directory().directory().deletedItems().byDirectoryObjectId(id).restore().post();
        assertThat(restored).isInstanceOf(User.class).extracting(DirectoryObject::getId).isEqualTo(id);
        assertThat(directory().users().byUserId(id).get().getId()).isEqualTo(id);

        directory().users().byUserId(id).delete();
        directory().directory().deletedItems().byDirectoryObjectId(id).delete();
        notFound(() -> directory().directory().deletedItems().byDirectoryObjectId(id).get());
    }

    @Test
    void tellRefusalsByTheirCode() {
        assertThatThrownBy(() -> directory().invitations().post(invitation("nobody"))).isInstanceOfSatisfying(ODataError.class, error -> {
            assertThat(error.getResponseStatusCode()).isEqualTo(400);
            assertThat(error.getError().getCode()).isEqualTo("Request_BadRequest");
            assertThat(error.getError().getMessage()).startsWith("invitedUserEmailAddress: ");
            assertThat(error.getError().getInnerError().getRequestId()).isNotNull();
        });
        assertThatThrownBy(() -> sdk.as("reading-app").invitations().post(invitation("frank@" + company)))
                .isInstanceOfSatisfying(ODataError.class, error -> {
                    assertThat(error.getResponseStatusCode()).isEqualTo(403);
                    assertThat(error.getError().getCode()).isEqualTo("Authorization_RequestDenied");
                });
        notFound(() -> directory().users().byUserId(UUID.randomUUID().toString()).get());
    }

    @Test
    void sayWhoMayInvite() {
        AuthorizationPolicy policy = new AuthorizationPolicy();
        try {
            policy.setAllowInvitesFrom(AllowInvitesFrom.None);
            directory().policies().authorizationPolicy().patch(policy);
            assertThat(directory().policies().authorizationPolicy().get().getAllowInvitesFrom()).isEqualTo(AllowInvitesFrom.None);
            assertThatThrownBy(() -> invite("grace@" + company)).isInstanceOfSatisfying(ODataError.class,
                    error -> assertThat(error.getResponseStatusCode()).isEqualTo(403));
        } finally {
            policy.setAllowInvitesFrom(AllowInvitesFrom.AdminsAndGuestInviters);
            directory().policies().authorizationPolicy().patch(policy);
        }
        assertThat(invite("grace@" + company)).isNotNull();
    }

    @Test
    void waitAsLongAsTheyAreToldWhenTheyAskTooOften() {
        HttpRequest cheap = HttpRequest.newBuilder(URI.create(HOME + "/v1.0/invitations/" + UUID.randomUUID()))
                .header("Authorization", "Bearer " + AccessTokens.of(web, "directory-app")).build();
        HttpClient impatient = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 400)
                .mapToObj(i -> impatient.sendAsync(cheap, HttpResponse.BodyHandlers.ofString())).toList();
        HttpResponse<String> refusal = answers.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 429).findFirst()
                .orElseThrow();
        assertThat(refusal.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(refusal.body()).contains("\"code\":\"TooManyRequests\"");

        assertThat(invite("heidi@" + company)).isNotNull();
    }

    private String admin() {
        return directory().users().get(request -> request.queryParameters.filter = "mail eq 'admin@contoso.example'").getValue().get(0).getId();
    }

    private String invite(String address) {
        return directory().invitations().post(invitation(address)).getInvitedUser().getId();
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ODataError.class, error -> {
            assertThat(error.getResponseStatusCode()).isEqualTo(404);
            assertThat(error.getError().getCode()).isEqualTo("Request_ResourceNotFound");
        });
    }

    private GraphServiceClient directory() {
        return sdk.as("directory-app");
    }
}
