/** What src/docs/performance.md tells, measured: {@code mvn -Pbenchmark}. */
package io.guestflow.benchmark;
