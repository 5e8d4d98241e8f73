package io.guestflow.guest;

/**
 * Who does something.
 *
 * @param id staff id, guest id, client id of an application, or null for the system
 */
public record Actor(Kind kind, String id) {

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** Whether a person of the staff, a guest, a program that calls the API, or a timer or job acts. */
    public enum Kind { STAFF, GUEST, APPLICATION, SYSTEM }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    /** The staff, guest or client id, or the word "system"; for audit entries. */
    public String name() {
        return id == null ? "system" : id;
    }
}
