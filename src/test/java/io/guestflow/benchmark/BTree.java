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

    /**
     * Of so many look-ups that begin with an empty memory, the share that comes to a page where none of the others has been: with n pages, each is
     * still untouched after m look-ups with the probability of e^(-m/n).
     */
    static double untouched(long entries, int lookUps) {
        double pages = Math.max(1, (double) entries / ENTRIES_PER_PAGE);
        return pages / lookUps * (1 - Math.exp(-lookUps / pages));
    }
}
