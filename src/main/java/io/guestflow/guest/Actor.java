package io.guestflow.guest;

/**
 * Who does something.
 *
 * @param id staff id, guest id, or null for the system
 */
public record Actor(Kind kind, String id) {

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** Whether a person of the staff, a guest, or a timer or job acts. */
    public enum Kind { STAFF, GUEST, SYSTEM }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    /** The staff or guest id, or the word "system"; for audit entries. */
    public String name() {
        return id == null ? "system" : id;
    }
}
