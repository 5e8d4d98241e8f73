package io.guestflow.guest;

/**
 * One reason why something was refused.
 *
 * @param field    the field that has to be mended, as forms and the API name it
 * @param code     a word for programs, stable across releases
 * @param sentence a sentence for the person; it never repeats what was typed, because it may end up in a log
 */
public record Problem(String field, String code, String sentence) {

    @Override
    public String toString() {
        return field + ": " + sentence;
    }
}
