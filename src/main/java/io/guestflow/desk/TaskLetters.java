package io.guestflow.desk;

import io.guestflow.guest.Letter;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Onboarding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The letters of the guest whom a task in Tasklist is about, newest first. */
@RestController
@RequestMapping("/desk/tasks/{task}/letters")
class TaskLetters {

    private final GuestDesk desk;
    private final Onboarding onboarding;
    private final Letters letters;

    TaskLetters(GuestDesk desk, Onboarding onboarding, Letters letters) {
        this.desk = desk;
        this.onboarding = onboarding;
        this.letters = letters;
    }

    @GetMapping
    List<Line> letters(@PathVariable String task) {
        return onboarding.guestOfTask(task).flatMap(desk::find).map(guest -> letters.of(guest.id()).stream().map(Line::of).toList())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    record Line(String letter, String recipient, String state, Instant changedAt, String serverAnswer) {

        static Line of(Letter letter) {
            return new Line(words(letter.key().purpose()), letter.recipient(), words(letter.state()), letter.changedAt(), letter.serverAnswer());
        }

        private static String words(Enum<?> constant) {
            return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
