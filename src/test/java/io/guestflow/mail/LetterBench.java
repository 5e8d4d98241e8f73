package io.guestflow.mail;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.guestflow.TestDatabase;
import io.guestflow.guest.ApiClient;
import io.guestflow.guest.ApiClients;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.InvitationStatus;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Settings;
import io.guestflow.guest.TestGuests;
import io.guestflow.guest.Tickets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Everything that letters need, with one guest whom Adele Vance invited. */
class LetterBench {

    static final Instant NOW = Instant.parse("2027-02-01T12:00:00Z");
    static final URI LINK = URI.create("https://guests.contoso.example/redeem/AAECAwQFBgcICQoLDA0ODwAAAAHx");

    final UUID invitation = UUID.fromString("6f1c1f6e-0000-4000-8000-000000000001");
    final GuestId guest = new GuestId(UUID.fromString("6f1c1f6e-0000-4000-8000-000000000002"));
    final UUID adele = UUID.fromString("6f1c1f6e-0000-4000-8000-000000000003");
    final JdbcClient jdbc;
    final DispatchLog log;
    final SmtpLetters letters;
    final LetterWriter writer;
    final DataSourceTransactionManager transactions;

    private final Directory directory = mock(Directory.class);
    private final Members members = mock(Members.class);
    private final ApiClients clients = mock(ApiClients.class);
    private Instant now = NOW;
    private int queued;

    LetterBench(JavaMailSenderImpl account, Map<String, String> configuration) {
        DataSource database = TestDatabase.empty();
        new ResourceDatabasePopulator(script("V2__directory"), script("V4__letters"), script("V15__letters_in_hand")).execute(database);
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into directory_user (id, user_type, state, state_changed_at, created_at)
                values (?, 'Guest', 'PENDING', now(), now())""")
                .param(guest.value()).update();
        var binder = new Binder(new MapConfigurationPropertySource(configuration));
        Settings settings = binder.bindOrCreate("guestflow", Settings.class);
        MailSettings mail = binder.bindOrCreate("guestflow.mail", MailSettings.class);
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(call -> now);
        when(clock.millis()).thenAnswer(call -> now.toEpochMilli());
        log = new DispatchLog(jdbc, clock);
        transactions = new DataSourceTransactionManager(database);
        writer = writer(settings, mail, clock);
        letters = new SmtpLetters(log, writer, new PostOffice(account, new MimeLetters(mail, settings, clock), mail, new Pace(mail, clock)),
                directory, transactions);
        when(members.find(adele)).thenReturn(Optional.of(new Member(adele, "adele", "Adele Vance", "adele@contoso.example")));
        knows(guest("sam@partner.example", "Sam Miller"));
    }

    private LetterWriter writer(Settings settings, MailSettings mail, Clock clock) {
        Tickets tickets = mock(Tickets.class);
        when(tickets.link(any())).thenReturn(LINK);
        PasscodeDigits digits = mock(PasscodeDigits.class);
        when(digits.of(any())).thenReturn("04718253");
        var texts = new LetterTexts(mail);
        var inviter = TestGuests.inviters(members, clients);
        return new LetterWriter(new InvitationLetter(texts, inviter, tickets, settings),
                new PasscodeLetter(texts, digits, settings), new InviterNotice(texts, inviter, settings), settings, clock);
    }

    private static ClassPathResource script(String name) {
        return new ClassPathResource("db/migration/common/" + name + ".sql");
    }

    /** The next invitation letter, noted and waiting. */
    LetterKey queued() {
        queued++;
        LetterKey key = new LetterKey(invitation, LetterPurpose.INVITATION, queued);
        letters.queue(key, guest);
        return key;
    }

    /** The guest as the directory knows it. */
    Guest known() {
        return directory.find(guest).orElseThrow();
    }

    void knows(Guest known) {
        when(directory.find(guest)).thenReturn(Optional.ofNullable(known));
    }

    void inviterIs(String name, String mail) {
        when(members.find(adele)).thenReturn(Optional.of(new Member(adele, "adele", name, mail)));
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** The time of the database, by which somebody has letters in hand, passes; the clock of this node stays. */
    void passesForTheDatabase(Duration time) {
        jdbc.sql("update letter set in_hand_since = in_hand_since - cast(? as double precision) * interval '1' second").param(time.toSeconds()).update();
    }

    Guest guest(String address, String name) {
        return guest(address, name, invitation(adele, "See you\nsoon", null, List.of(), Locale.ENGLISH));
    }

    Guest guest(String address, String name, Invitation invited) {
        return new Guest(guest, EmailAddress.of(address), name, GuestState.PENDING, NOW, NOW, invited, null, null, false, false, 0);
    }

    Guest guestOfProgram(String address, String displayName, String replyTo) {
        when(clients.find("crm")).thenReturn(new ApiClient("crm", displayName, EmailAddress.of(replyTo)));
        return guest(address, null, new Invitation(invitation, InvitationStatus.PENDING, 1, 1, null, "crm", null, null, List.of(), Locale.ENGLISH,
                Duration.ofDays(30), NOW, NOW.plus(Duration.ofDays(30))));
    }

    Invitation invitation(UUID inviter, String message, String target, List<String> cc, Locale language) {
        return new Invitation(invitation, InvitationStatus.PENDING, 1, 1, inviter, null, message, target == null ? null : URI.create(target),
                cc.stream().map(EmailAddress::of).toList(), language, Duration.ofDays(30), NOW, NOW.plus(Duration.ofDays(30)));
    }

    LetterKey key(LetterPurpose purpose) {
        return new LetterKey(invitation, purpose, 1);
    }
}
