package io.guestflow.graph;

import java.io.IOException;

/** More came in than a body may have. */
class BodyTooLarge extends IOException {
}
