/** What becomes of guests and letters when nodes die, the database stops, the disk is full or the clock jumps; and who checks it afterwards. */
package io.guestflow.faults;
