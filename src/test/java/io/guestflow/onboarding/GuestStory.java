package io.guestflow.onboarding;

import io.guestflow.GuestflowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How every story of a guest in the real application begins and ends. */
@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
abstract class GuestStory {

    OnboardingBench bench;

    @BeforeEach
    void connect(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(OnboardingBench.class);
    }

    @AfterEach
    void nothingPersonalStaysInTheEngineOrTheLog(CapturedOutput output) {
        bench.close(output);
    }
}
