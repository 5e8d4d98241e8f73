package io.guestflow.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can happen in a guest's life, as a sentence. */
enum LifeStep {

    INVITE("An administrator invites the guest"),
    RESEND("an administrator sends the invitation again"),
    CORRECT_ADDRESS("an administrator corrects the address"),
    RESET("an administrator resets the redemption"),
    DELIVER("the letters leave"),
    DAYS_PASS("four days pass"),
    REMIND("the timer for reminders fires"),
    ACCEPT("the guest accepts"),
    DECLINE("the guest declines"),
    DATE_PASSES("the invitation's date passes"),
    EXPIRE("the invitation expires"),
    REMOVE("an administrator removes the guest"),
    RESTORE("an administrator restores the guest"),
    PURGE("an administrator purges the guest"),
    RETENTION_ENDS("the time to restore the guest ends");

    private final String sentence;

    LifeStep(String sentence) {
        this.sentence = sentence;
    }

    /** Every order in which these steps can follow each other. */
    static List<List<LifeStep>> orders(List<LifeStep> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, steps.size()).boxed().flatMap(first -> {
            List<LifeStep> others = new ArrayList<>(steps);
            others.remove((int) first);
            return orders(others).stream().map(rest -> Stream.concat(Stream.of(steps.get(first)), rest.stream()).toList());
        }).toList();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
