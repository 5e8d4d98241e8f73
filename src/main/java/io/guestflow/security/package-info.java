/** Who may come in: filter chains, the staff's sign-in, their groups and what those may do in the engine. */
package io.guestflow.security;
