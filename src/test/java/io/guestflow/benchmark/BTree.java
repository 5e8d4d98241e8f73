package io.guestflow.benchmark;

/** How deep an index of PostgreSQL is: each level is one page more on the way to every entry. */
final class BTree {

    /**
     * An id of the engine is a text of 36 letters: with its length and the entry's head 45 bytes, rounded up to 48, and a pointer of 4; a page has
     * 8,168 bytes for them, of which 70 % are in use where entries came anywhere, and up to 90 % where they came in order, as ids do.
     */
    private static final int ENTRIES_PER_PAGE = 110;

    private BTree() {
    }

    static int levels(long entries) {
        int levels = 1;
        for (long reached = ENTRIES_PER_PAGE; reached < entries; reached *= ENTRIES_PER_PAGE) {
            levels++;
        }
        return levels;
    }

    /** How many pages hold its entries; above them there are few. */
    static double leaves(long entries) {
        return (double) entries / ENTRIES_PER_PAGE;
    }
}
