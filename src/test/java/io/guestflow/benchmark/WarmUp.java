package io.guestflow.benchmark;

import java.time.Duration;

/**
 * Lives that do not count. A node is several times as much code as the bare engine, the virtual machine compiles only what is used, and a
 * node that serves for weeks is compiled.
 */
final class WarmUp {

    private static final int CLIENTS = 8;

    private final GuestflowLives lives;
    private final ProcessHandle node;

    WarmUp(GuestflowLives lives, ProcessHandle node) {
        this.lives = lives;
        this.node = node;
    }

    /**
     * Goes on until the node's compilers take less than this share of its processor time, but not for ever.
     *
     * @param step after which the share is looked at
     * @return the share of its processor time that went into compiling in the last step
     */
    double untilCompilersTake(double wanted, Duration step, int mostSteps) throws Exception {
        double share = 1;
        for (int i = 0; i < mostSteps && share > wanted; i++) {
            double all = ProcessorTime.of(node);
            double compilers = ProcessorTime.ofCompilers(node);
            lives.perSecond(CLIENTS, step);
            share = (ProcessorTime.ofCompilers(node) - compilers) / (ProcessorTime.of(node) - all);
        }
        return share;
    }
}
