package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String LONGEST_LOCAL_PART = "a".repeat(64);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ada@analytical.example                | ada@analytical.example",
            "Ada.Lovelace@Analytical.EXAMPLE       | ada.lovelace@analytical.example",
            "ada+guestflow@analytical.example      | ada+guestflow@analytical.example",
            "o'brien@analytical.example            | o'brien@analytical.example",
            "a!#$%&*/=?^_`{}~-@analytical.example  | a!#$%&*/=?^_`{}~-@analytical.example",
            "ada@müller.example                    | ada@xn--mller-kva.example",
            "ada@xn--mller-kva.example             | ada@xn--mller-kva.example",
            "ada@例え.テスト                          | ada@xn--r8jz45g.xn--zckzah",
            "ada@sub.domain.analytical.example     | ada@sub.domain.analytical.example",
            "1@a.bc                                | 1@a.bc"})
    void guestsAreFoundByOneKeyForHoweverTheyWriteTheirAddress(String typed, String key) {
        assertThat(EmailAddress.of(typed).key()).isEqualTo(key);
    }

    @Test
    void letterGoesToTheAddressAsTypedWithADomainThatMailServersUnderstand() {
        assertThat(EmailAddress.of("Ada@Müller.example").deliverable()).isEqualTo("Ada@xn--mller-kva.example");
        assertThat(EmailAddress.of("Ada@Müller.example").value()).isEqualTo("Ada@Müller.example");
    }

    @Test
    void blanksAndLineEndsAroundAnAddressAreDropped() {
        assertThat(EmailAddress.of("  ada@analytical.example\r\n").value()).isEqualTo("ada@analytical.example");
    }

    @Test
    void composedAndDecomposedLettersAreOneAddress() {
        assertThat(EmailAddress.of("ada@mu\u0308ller.example")).isEqualTo(EmailAddress.of("ada@m\u00fcller.example"))
                .hasSameHashCodeAs(EmailAddress.of("ADA@m\u00fcller.example"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "ada", "@", "ada@", "@analytical.example", "ada@analytical", "ada@@analytical.example",
            "ada@home@analytical.example", "ada lovelace@analytical.example", "ada@analytical example.org", ".ada@analytical.example",
            "ada.@analytical.example", "ada..l@analytical.example", "ada@.analytical.example", "ada@analytical..example",
            "ada@analytical.example.", "ada@-analytical.example", "ada@analytical-.example", "ada@[192.0.2.1]",
            "\"ada\"@analytical.example", "\"ada lovelace\"@analytical.example", "Ada <ada@analytical.example>",
            "ada@analytical.example, bob@analytical.example", "ada@analytical.example;bob@analytical.example",
            "ada\r\nBcc: bob@analytical.example", "ada@analytical.example\r\nBcc: bob@analytical.example", "ada@analy\ntical.example",
            "ada\u0000@analytical.example", "ada\u202e@analytical.example", "ada@analy\u202etical.example", "ada@analy\u200ftical.example",
            "ada@\u200fanalytical.example", "\u200fada@analytical.example", "ada\ud83d\ude00@analytical.example",
            "ada@\ud83d\ude00.example", "jürgen@analytical.example", "<script>@analytical.example", "ada@<script>.example",
            "ada@analytical_engine.example", "ada%0d%0a@analytical.example\u0085x", "ada(comment)@analytical.example"})
    void whatMailServersWouldNotDeliverIsRefused(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is not a mail address like name@example.org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@stra\u00dfe.example", "ada@\u03c3\u03b1\u03c2.example", "ada@analy\u200dtical.example",
            "ada@analy\u200ctical.example", "ada@analy\u00adtical.example", "ada@analy\u200btical.example",
            "ada@analytical\u3002example"})
    void aDomainThatIsReadAsAnotherOneDependingOnTheStandardIsRefused(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsNoLongerThanMailServersAllow() {
        String domain = "b".repeat(61) + "." + "c".repeat(63) + "." + "d".repeat(63);
        assertThat(LONGEST_LOCAL_PART.length() + 1 + domain.length()).isEqualTo(254);

        assertThat(EmailAddress.of(LONGEST_LOCAL_PART + "@" + domain).value()).hasSize(254);
        refused(LONGEST_LOCAL_PART + "@b" + domain);
        refused(LONGEST_LOCAL_PART + "a@analytical.example");
        refused("ada@" + "b".repeat(64) + ".example");
        refused("ada@" + "ü".repeat(60) + ".example");
    }

    private static void refused(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
