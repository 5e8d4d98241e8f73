package io.guestflow;

import io.guestflow.guest.WrongSetting;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused setting into one clear line instead of a stack trace. */
class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable start, WrongSetting refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
