/** Where users, groups, directory roles and apps are written: a SQL database. */
package io.guestflow.directory;
