package io.guestflow.guest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dispatch log in memory; nothing is sent. */
class LettersInMemory implements Letters {

    private final List<Letter> log = new ArrayList<>();

    @Override
    public boolean queue(LetterKey key, GuestId guest) {
        return find(key).isEmpty() && log.add(new Letter(key, guest, LetterState.QUEUED, null, 0, TestGuests.NOW, TestGuests.NOW, null));
    }

    @Override
    public void deliver(LetterKey key, Guest guest) {
        become(key, LetterState.SENT, TestGuests.NOW);
    }

    @Override
    public void deliver(LetterKey key) {
        become(key, LetterState.SENT, TestGuests.NOW);
    }

    void become(LetterKey key, LetterState state, Instant when) {
        log.replaceAll(letter -> letter.key().equals(key)
                ? new Letter(key, letter.guest(), state, null, 1, letter.queuedAt(), when, null) : letter);
    }

    @Override
    public void giveUp(LetterKey key) {
        become(key, LetterState.GIVEN_UP, TestGuests.NOW);
    }

    @Override
    public void goOn(LetterKey key) {
        become(key, LetterState.QUEUED, TestGuests.NOW);
    }

    @Override
    public void takeBack() {
        // nobody has anything in hand here
    }

    @Override
    public Duration longestTry() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Letter> find(LetterKey key) {
        return log.stream().filter(letter -> letter.key().equals(key)).findFirst();
    }

    @Override
    public List<Letter> of(GuestId guest) {
        return log.stream().filter(letter -> letter.guest().equals(guest)).toList();
    }

    @Override
    public void dropWaiting(GuestId guest) {
        of(guest).stream().filter(Letter::isWaiting).forEach(letter -> become(letter.key(), LetterState.DROPPED, TestGuests.NOW));
    }
}
