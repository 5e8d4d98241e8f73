package io.guestflow.onboarding;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * A version of this program, as the source of the models that it has deployed.
 *
 * @param version compared number by number, so that 0.10.0 comes after 0.9.0
 */
record Release(Version version) {

    private static final String PREFIX = "guestflow ";

    static Release of(String version) {
        return new Release(Version.parse(version));
    }

    /** Empty for what people have deployed, or a program from before versions were noted. */
    static Optional<Release> thatDeployed(Deployment deployment) {
        return Optional.ofNullable(deployment.getSource()).filter(source -> source.startsWith(PREFIX))
                .map(source -> of(source.substring(PREFIX.length())));
    }

    boolean isNewerThan(Release other) {
        return version.compareTo(other.version) > 0;
    }

    String asSource() {
        return PREFIX + version;
    }
}
