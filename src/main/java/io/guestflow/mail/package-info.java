/** Letters: their texts, the conversation with the mail server, the dispatch log, and the mailbox for trying things out. */
package io.guestflow.mail;
