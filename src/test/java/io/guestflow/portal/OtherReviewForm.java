package io.guestflow.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** An onboarding that was deployed later, with components of its own in the guest's form; it is gone with its guests when closed. */
public final class OtherReviewForm implements AutoCloseable {

    private static final Path FORM = Path.of("forms", "review-permissions.form");

    private final RepositoryService repository;
    private final String deployment;

    /** @param component is put before those of the shipped form */
    public OtherReviewForm(RepositoryService repository, String component) throws IOException {
        this.repository = repository;
        DeploymentBuilder builder = repository.createDeployment()
                .addString("guest-onboarding.bpmn", Files.readString(Path.of("bpmn", "guest-onboarding.bpmn")))
                .addString(FORM.toString(), Files.readString(FORM).replaceFirst("\"components\": \\[", "$0" + component + ","));
        try (Stream<Path> forms = Files.list(FORM.getParent())) {
            for (Path form : forms.filter(file -> !file.equals(FORM)).toList()) {
                builder.addString(form.toString(), Files.readString(form));
            }
        }
        deployment = builder.deploy().getId();
    }

    @Override
    public void close() {
        repository.deleteDeployment(deployment, true);
    }
}
