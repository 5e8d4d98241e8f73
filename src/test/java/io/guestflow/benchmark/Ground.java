package io.guestflow.benchmark;

/**
 * What all towns of one measurement stand on.
 *
 * @param processors which programs, clients and database share
 * @param price      of a page
 */
record Ground(int processors, PagePrice price) {
}
