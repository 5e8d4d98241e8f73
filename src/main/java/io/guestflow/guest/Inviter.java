package io.guestflow.guest;

/**
 * Who invited a guest, as letters and pages name them.
 *
 * @param name what guests read
 * @param mail where answers and news go; null if nowhere
 */
public record Inviter(String name, String mail) {
}
