/** The staff's pages: the directory of guests, a guest's page, and the data behind Tasklist's forms. */
package io.guestflow.desk;
