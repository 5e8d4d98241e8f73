package io.guestflow.directory;

import io.guestflow.guest.Answers;
import io.guestflow.guest.Consents;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents as rows beside their invitation; a purge takes them along. */
@Repository
class SqlConsents implements Consents {

    private final JdbcClient jdbc;

    SqlConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(UUID invitationId, Answers answers) {
        jdbc.sql("insert into consent (invitation_id, answers, form_hash, language, answered_at) values (:invitation, :answers, :hash, :language, :at)")
                .param("invitation", invitationId).param("answers", answers.answersJson()).param("hash", answers.formHash())
                .param("language", answers.language().toLanguageTag()).param("at", GuestRow.timestamp(answers.answeredAt())).update();
    }
}
