/** Counts what the program sends to its database. */
package io.guestflow.statements;
