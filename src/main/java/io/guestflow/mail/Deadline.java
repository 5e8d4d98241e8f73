package io.guestflow.mail;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time that a letter's conversation with the mail server may take; when it is over, the connection in use is closed. */
class Deadline implements AutoCloseable {

    private final long end;
    private final Future<?> alarm;
    private final Runnable afterwards;
    private Socket watched;
    private boolean over;

    Deadline(Duration length, ScheduledExecutorService watchdog, Runnable afterwards) {
        this.end = System.nanoTime() + length.toNanos();
        this.afterwards = afterwards;
        this.alarm = watchdog.schedule(this::strike, length.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** @throws SocketException if the time is over */
    synchronized void watch(Socket socket) throws SocketException {
        watched = socket;
        if (over) {
            closeQuietly();
            throw new SocketException("The time for this letter is over.");
        }
    }

    synchronized Socket watched() {
        return watched;
    }

    /** Leaves the connection to the next letter. */
    synchronized void release() {
        watched = null;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** @return at least a millisecond, so that nobody takes it for "no limit" */
    Duration left() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1)));
    }

    @Override
    public void close() {
        alarm.cancel(false);
        release();
        afterwards.run();
    }

    private synchronized void strike() {
        over = true;
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            if (watched != null) {
                watched.close();
            }
        } catch (IOException alreadyBroken) {
            // it is of no use to anybody any more, which is all that was wanted
        }
    }
}
