package io.guestflow.benchmark;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the clients of the bare engine that an instance has come as far as they wait for. */
final class BareSignals {

    private volatile Listener listener;

    void tell(Listener newListener) {
        listener = newListener;
    }

    /** @param task id of the task that waits now; null if none does */
    void afterCommit(String businessKey, String task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listener.reached(businessKey, task);
            }
        });
    }

    /** Who waits for instances. */
    interface Listener {

        void reached(String businessKey, String task);
    }
}
