package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            https://graph.microsoft.com/v1.0/users/7,               USER,   7
            https://guests.contoso.example/v1.0/directoryObjects/7, EITHER, 7
            http://localhost:8080/v1.0/groups/7/,                   GROUP,  7
            /v1.0/users/7,                                          USER,   7
            users/7,                                                USER,   7
            users('7'),                                             USER,   7
            https://graph.microsoft.com/beta/groups('7'),           GROUP,  7
            users/ada_x#EXT#@contoso.example,                       USER,   ada_x#EXT#@contoso.example
            users/ada_x%23EXT%23%40contoso.example,                 USER,   ada_x#EXT#@contoso.example
            users/ada+x_y#EXT#@contoso.example,                     USER,   ada+x_y#EXT#@contoso.example
            users/users/7,                                          USER,   7
            """)
    void countsItsLastPartsOnly(String address, Reference.Kind kind, String key) {
        assertThat(Reference.of(address)).isEqualTo(new Reference(kind, key));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "users", "users/", "users()", "users('')", "me", "devices/7", "users/7/manager", "myusers/7", "users/%", "users/%4", "users/%00", "groups/a\0"})
    void namesNothingOtherwise(String address) {
        assertThatThrownBy(() -> Reference.of(address)).isInstanceOf(Refused.class).hasMessageStartingWith("@odata.id: ");
    }
}
