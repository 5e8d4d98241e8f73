package io.guestflow.portal;

import io.guestflow.guest.WrongSetting;

/** The form "Review permissions" holds what the guest page cannot show or the server cannot check; it stops the start. */
class FormNotSupported extends WrongSetting {

    FormNotSupported(String what) {
        super("forms/review-permissions.form", what);
    }

    static void unless(boolean supported, String otherwise) {
        if (!supported) {
            throw new FormNotSupported(otherwise);
        }
    }
}
