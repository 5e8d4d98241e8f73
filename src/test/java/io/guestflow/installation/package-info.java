/** Guestflow as it is installed: nodes as processes of their own, a PostgreSQL that keeps what it said, a mail server, programs and guests. */
package io.guestflow.installation;
