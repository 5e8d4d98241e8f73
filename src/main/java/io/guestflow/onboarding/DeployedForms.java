package io.guestflow.onboarding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;

/** Forms that were deployed together with their model; what is deployed never changes, so each is read once. */
@Component
class DeployedForms {

    private static final int MOST = 100;

    private final FormService forms;
    private final Cache<String, String> read = Caffeine.newBuilder().maximumSize(MOST).build();

    DeployedForms(FormService forms) {
        this.forms = forms;
    }

    String of(OpenTask task) {
        return read.get(task.processDefinition() + ' ' + task.element(), element -> read(task));
    }

    private String read(OpenTask task) {
        try (InputStream form = forms.getDeployedTaskForm(task.id())) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
