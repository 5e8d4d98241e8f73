package io.guestflow.guest;

import java.time.Instant;
import java.util.Locale;

/**
 * What a guest answered when reviewing permissions; the evidence of the consent.
 *
 * @param answersJson the checked answers as a JSON object
 * @param formHash    SHA-256 of the form that was shown, in hexadecimal
 * @param language    the language in which it was shown
 */
public record Answers(String answersJson, String formHash, Locale language, Instant answeredAt) {
}
