package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationRulesTest {

    private static final String EMOJI = "\ud83d\ude00";

    private final Directory directory = mock(Directory.class);
    private final AuthorizationPolicy policy = mock(AuthorizationPolicy.class);
    private final Caller caller = mock(Caller.class);
    private final InvitationRules rules = new InvitationRules(
            TestGuests.settings("guestflow.invitation.redirect-urls", "https://brand.contoso.example"), new InvitationChoices(directory), policy, caller,
            Clock.fixed(TestGuests.NOW, ZoneOffset.UTC));

    @BeforeEach
    void everybodyMayInvite() {
        when(policy.allowInvitesFrom()).thenReturn(AllowInvitesFrom.EVERYONE);
    }

    @Test
    void anAddressIsEnough() {
        InvitationTerms terms = rules.check(new Request().toRequest());

        assertThat(terms).isEqualTo(new InvitationTerms(EmailAddress.of(TestGuests.ADDRESS), null, null, Memberships.NONE, Set.of(), true,
                null, List.of(), Locale.ENGLISH, TestGuests.VALID_FOR, null));
    }

    @Test
    void everythingThatCanBeSaidArrives() {
        UUID group = UUID.randomUUID();
        var request = new InvitationRequest(" Ada \"Countess\" <script> O'Brien ", TestGuests.ADDRESS, "Hello,\r\n<b>welcome</b>\rAda! " + EMOJI,
                List.of(group.toString()), List.of(), false, "https://brand.contoso.example/x", List.of("bob@contoso.example", " "), "de-AT", null, null, null);

        InvitationTerms terms = rules.check(request);

        assertThat(terms.name()).isEqualTo("Ada \"Countess\" <script> O'Brien");
        assertThat(terms.message()).isEqualTo("Hello,\n<b>welcome</b>\nAda! " + EMOJI);
        assertThat(terms.memberships().groups()).containsExactly(group);
        assertThat(terms.letterWanted()).isFalse();
        assertThat(terms.redirectUrl()).isEqualTo(URI.create("https://brand.contoso.example/x"));
        assertThat(terms.cc()).containsExactly(EmailAddress.of("bob@contoso.example"));
        assertThat(terms.language()).isEqualTo(Locale.forLanguageTag("de-AT"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Ada Lovelace", "ada@analytical"})
    void withoutAnAddressThereIsNoInvitation(String address) {
        assertThat(problems(new Request().email(address))).containsExactly("email/invalid-email");
    }

    @Test
    void lengthsCountCharactersAsPeopleDo() {
        assertThat(rules.check(new Request().name(EMOJI.repeat(256)).message(EMOJI.repeat(2000)).toRequest()).name()).isNotNull();
        assertThat(problems(new Request().name(EMOJI.repeat(257)).message("m".repeat(2001))))
                .containsExactly("name/invalid-name", "message/invalid-message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: bob@contoso.example", "Ada\u0000", "Ada\u202eecalevol", "\u2066Ada", "Ada\u0085", "Ada\ud83d"})
    void aNameIsOneLineThatReadsAsItIsWritten(String name) {
        assertThat(problems(new Request().name(name))).containsExactly("name/invalid-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\u0007", "Hello\u202e", "Hello\u0000", "\ude00Hello"})
    void aMessageIsPlainTextThatReadsAsItIsWritten(String message) {
        assertThat(problems(new Request().message(message))).containsExactly("message/invalid-message");
    }

    @Test
    void namesFromRightToLeftAreNames() {
        assertThat(rules.check(new Request().name("\u05e2\u05d3\u05d4 \u200f(Ada)").toRequest()).name()).contains("Ada");
    }

    @Test
    void noMoreThanTwentyGroupsAndRolesTogether() {
        assertThat(rules.check(new Request().groups(ids(12)).roles(ids(8)).toRequest()).memberships().size()).isEqualTo(20);
        assertThat(problems(new Request().groups(ids(12)).roles(ids(9)))).containsExactly("groups/too-many-memberships");
    }

    @Test
    void whatDoesNotExistCannotBeGiven() {
        given(directory.unknownGroups(anySet())).willAnswer(call -> call.getArgument(0));
        given(directory.unknownRoles(anySet())).willReturn(Set.of(UUID.randomUUID()));

        assertThat(problems(new Request().groups(ids(1)).roles(ids(1)))).containsExactly("groups/unknown-groups", "roles/unknown-roles");
        assertThat(problems(new Request().groups(List.of("Marketing")))).containsExactly("groups/invalid-groups");
        assertThat(problems(new Request().groups(Collections.singletonList(null)))).containsExactly("groups/invalid-groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "javascript:alert(1)", "not an address"})
    void guestsAreNotTakenAnywhere(String target) {
        assertThat(problems(new Request().redirectUrl(target))).containsExactly("redirectUrl/invalid-redirectUrl");
    }

    @Test
    void whatCouldNotBeKeptIsRefused() {
        assertThat(problems(new Request().redirectUrl("https://brand.contoso.example/" + "x".repeat(4000))))
                .containsExactly("redirectUrl/invalid-redirectUrl");
        assertThat(problems(new Request().language("en-x-" + "abcdefgh-".repeat(4) + "a"))).containsExactly("language/invalid-language");
    }

    @Test
    void onlyAFewGetACopy() {
        assertThat(problems(new Request().cc(Stream.iterate(1, n -> n + 1).limit(6).map(n -> n + "@contoso.example").toList())))
                .containsExactly("cc/too-many-copies");
        assertThat(problems(new Request().cc(List.of("bob@contoso.example", "bob")))).containsExactly("cc/invalid-cc");
        assertThat(rules.check(new Request().cc(List.of("bob@contoso.example", "BOB@contoso.example")).toRequest()).cc()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "english please", "<script>"})
    void aLanguageIsATag(String language) {
        assertThat(problems(new Request().language(language))).containsExactly("language/invalid-language");
    }

    @Test
    void everyProblemIsToldAtOnceWithoutRepeatingWhatWasTyped() {
        var request = new Request().email("Ada Lovelace").name("Ada\nLovelace").message("Lovelace\u0007").redirectUrl("https://lovelace.example");

        Refused refused = catchThrowableOfType(Refused.class, () -> rules.check(request.toRequest()));

        assertThat(refused.problems()).extracting(Problem::field).containsExactly("email", "name", "message", "redirectUrl");
        assertThat(refused.getMessage().lines()).hasSize(4).allMatch(line -> line.matches("\\w+: [A-Z].*\\."));
        assertThat(refused.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("lovelace");
    }

    private List<String> problems(Request request) {
        Refused refused = catchThrowableOfType(Refused.class, () -> rules.check(request.toRequest()));
        return refused.problems().stream().map(problem -> problem.field() + "/" + problem.code()).toList();
    }

    private static List<String> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).map(UUID::toString).collect(Collectors.toList());
    }

    /** An invitation with nothing but an address, and what a test adds to it. */
    private static final class Request {

        private String name;
        private String email = TestGuests.ADDRESS;
        private String message;
        private List<String> groups;
        private List<String> roles;
        private String redirectUrl;
        private List<String> cc;
        private String language;

        Request name(String typed) {
            name = typed;
            return this;
        }

        Request email(String typed) {
            email = typed;
            return this;
        }

        Request message(String typed) {
            message = typed;
            return this;
        }

        Request groups(List<String> typed) {
            groups = typed;
            return this;
        }

        Request roles(List<String> typed) {
            roles = typed;
            return this;
        }

        Request redirectUrl(String typed) {
            redirectUrl = typed;
            return this;
        }

        Request cc(List<String> typed) {
            cc = typed;
            return this;
        }

        Request language(String typed) {
            language = typed;
            return this;
        }

        InvitationRequest toRequest() {
            return new InvitationRequest(name, email, message, groups, roles, null, redirectUrl, cc, language, null, null, null);
        }
    }
}
