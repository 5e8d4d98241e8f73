package io.guestflow.statements;

import static io.guestflow.AccessTokens.tokenOf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.portal.Visitor;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A guest from the invitation to the end of the onboarding, as a program and a browser bring it about; each step is counted. */
class LifeCycle {

    private final MockMvc web;
    private final ProcessEngine engine;
    private final PasscodeDigits digits;
    private final CountingDatabase database;
    private final RequestPostProcessor token;
    private final Visitor visitor;
    private final String formToken;
    private final Map<String, Traffic> steps = new LinkedHashMap<>();
    private final Traffic codeLetter = new Traffic();

    private String guest;
    private String link;
    private String codePage;

    LifeCycle(MockMvc web, ProcessEngine engine, PasscodeDigits digits, CountingDatabase database) {
        this.web = web;
        this.engine = engine;
        this.digits = digits;
        this.database = database;
        this.token = tokenOf(web, "directory-app");
        this.visitor = new Visitor(web);
        this.formToken = visitor.formToken();
    }

    /** @return the steps in their order */
    Map<String, Traffic> run() {
        count("invitation call", this::invite);
        String letter = waitingLetter();
        count("letter", () -> engine.getManagementService().executeJob(letter));
        count("link followed", () -> visitor.follows(link));
        codeLetter.addAll(database.ofThread("code-letters", this::askForCode));
        String codeJob = waitingCode().getId();
        codeLetter.addAll(database.during(() -> engine.getManagementService().executeJob(codeJob)));
        String code = digits.of(challenge());
        count("sign-in", () -> posted(codePage, "code", code));
        count("review", () -> visitor.follows("/review"));
        count("acceptance", () -> posted("/review/accept"));
        return steps;
    }

    String guest() {
        return guest;
    }

    /** What the letter with the code took, in threads of its own. */
    Traffic codeLetter() {
        return codeLetter;
    }

    private void askForCode() {
        count("code asked for", () -> codePage = posted(link + "/code"));
        Awaitility.await("letter with the code").until(() -> waitingCode() != null);
    }

    private Job waitingCode() {
        ProcessInstance delivery = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(challenge() + "/PASSCODE/1")
                .singleResult();
        return delivery == null ? null : engine.getManagementService().createJobQuery().processInstanceId(delivery.getId()).singleResult();
    }

    private UUID challenge() {
        return UUID.fromString(codePage.substring(codePage.lastIndexOf('/') + 1));
    }

    private void count(String step, Runnable work) {
        steps.put(step, database.during(work));
    }

    private void invite() {
        try {
            String answer = web.perform(post("/v1.0/invitations").with(token).contentType(MediaType.APPLICATION_JSON).content("""
                    {"invitedUserEmailAddress": "%s@partner.example", "inviteRedirectUrl": "http://localhost:8080/myapps",
                     "sendInvitationMessage": true}""".formatted(UUID.randomUUID()))).andReturn().getResponse().getContentAsString();
            guest = JsonPath.read(answer, "$.invitedUser.id");
            link = URI.create(JsonPath.<String>read(answer, "$.inviteRedeemUrl")).getPath();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String waitingLetter() {
        String onboarding = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(guest).singleResult().getId();
        return engine.getManagementService().createJobQuery().processInstanceId(onboarding).activityId("SendInvitation").singleResult().getId();
    }

    /** @return where the browser is sent to */
    private String posted(String path, String... field) {
        var request = post(path).param("_csrf", formToken);
        if (field.length > 0) {
            request.param(field[0], field[1]);
        }
        return visitor.perform(request).getResponse().getRedirectedUrl();
    }
}
