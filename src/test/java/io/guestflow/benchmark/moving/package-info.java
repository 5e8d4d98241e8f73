/** What a node needs beside its own program to serve several databases in turn; it is put on the node's class path and nowhere else. */
package io.guestflow.benchmark.moving;
