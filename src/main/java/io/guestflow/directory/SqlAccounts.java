package io.guestflow.directory;

import io.guestflow.guest.Account;
import io.guestflow.guest.Accounts;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.ObjectIds;
import io.guestflow.guest.ProfileField;
import io.guestflow.guest.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users of both kinds in {@code directory_user}; a column is called as its {@link ProfileField} is. */
@Repository
class SqlAccounts implements Accounts {

    private static final String ACCOUNT = """
            select id, user_type, coalesce(display_name, mail) as name, mail from directory_user where state <> 'REMOVED' and """;

    private final JdbcClient jdbc;

    SqlAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String idOrPrincipalName) {
        return jdbc.sql(ACCOUNT + " (id = :id or user_principal_name = :name)").param("id", ObjectIds.read(idOrPrincipalName).orElse(null))
                .param("name", PrincipalNames.normalized(idOrPrincipalName)).query(SqlAccounts::account).optional();
    }

    @Override
    public Optional<Account> lock(UUID id) {
        jdbc.sql("select id from directory_user where id = :id for update").param("id", id).query(UUID.class).optional();
        return jdbc.sql(ACCOUNT + " id = :id").param("id", id).query(SqlAccounts::account).optional();
    }

    @Override
    public void write(UUID id, Map<ProfileField, Object> values) {
        var columns = new HashMap<String, Object>();
        values.forEach((field, value) -> {
            switch (field) {
                case MAIL -> writeMail(id, (EmailAddress) value);
                case OTHER_MAILS -> writeOtherMails(id, (List<?>) value);
                default -> columns.put(field.name().toLowerCase(Locale.ROOT), value);
            }
        });
        if (!columns.isEmpty()) {
            String assignments = columns.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
            jdbc.sql("update directory_user set " + assignments + " where id = :id").params(columns).param("id", id).update();
        }
    }

    @Override
    public boolean isTaken(EmailAddress address, UUID except) {
        return jdbc.sql("select count(*) from directory_user where (mail_key = :key or contact_mail_key = :key) and id <> :except")
                .param("key", address.key()).param("except", except).query(Integer.class).single() > 0;
    }

    private void writeMail(UUID id, EmailAddress mail) {
        try {
            jdbc.sql("update directory_user set contact_mail = :mail, contact_mail_key = :key where id = :id")
                    .param("mail", mail == null ? null : mail.value()).param("key", mail == null ? null : mail.key()).param("id", id).update();
        } catch (DuplicateKeyException takenInTheSameMoment) {
            throw new Refused("mail", "address-taken", "This address belongs to somebody else in the directory.");
        }
    }

    private void writeOtherMails(UUID id, List<?> mails) {
        jdbc.sql("delete from other_mail where user_id = :id").param("id", id).update();
        mails.stream().map(EmailAddress.class::cast).forEach(mail ->
                jdbc.sql("insert into other_mail (user_id, mail, mail_key) values (:id, :mail, :key)")
                        .param("id", id).param("mail", mail.value()).param("key", mail.key()).update());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getObject("id", UUID.class), row.getString("user_type").equals("Guest"), row.getString("name"),
                row.getString("mail"));
    }
}
