package io.guestflow.benchmark;

import java.time.Duration;

/**
 * Work that does not count. A node is several times as much code as the bare engine, the virtual machine compiles only what is used, and a
 * program that serves for weeks is compiled.
 */
final class WarmUp {

    private final Work work;
    private final ProcessHandle program;

    WarmUp(Work work, ProcessHandle program) {
        this.work = work;
        this.program = program;
    }

    /**
     * Goes on until the program's compilers take less than this share of its processor time, but not for ever.
     *
     * @return the share of its processor time that went into compiling in the last step
     */
    double untilCompilersTake(double wanted, Scale scale) throws Exception {
        double share = 1;
        for (int i = 0; i < scale.longestWarmUp().dividedBy(scale.warmUp()) && share > wanted; i++) {
            double all = ProcessorTime.of(program);
            double compilers = ProcessorTime.ofCompilers(program);
            work.during(scale.warmUp());
            share = (ProcessorTime.ofCompilers(program) - compilers) / (ProcessorTime.of(program) - all);
        }
        return share;
    }

    /** What a program is made to do. */
    interface Work {

        void during(Duration time) throws Exception;
    }
}
