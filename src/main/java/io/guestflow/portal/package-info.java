/** The guests' pages: redeem, sign in, review permissions, my apps, leave. */
package io.guestflow.portal;
