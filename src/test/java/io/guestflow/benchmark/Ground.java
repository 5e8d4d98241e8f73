package io.guestflow.benchmark;

/**
 * What all towns of one measurement stand on.
 *
 * @param processors which programs, clients and database share
 * @param clients    who call, each after its last call was answered
 * @param neighbours guests on one page of a table
 * @param price      of a page
 */
record Ground(int processors, int clients, double neighbours, PagePrice price) {
}
