package io.guestflow.benchmark;

/**
 * What a call will cost in a larger town, told from a small and a middle one. The work of node and database for one guest is the same
 * everywhere; what a town's size adds is derived, and only its amount is taken from the two towns: a way to a row is longer by the levels
 * that the indexes gain, fewer calls find a page that another one has fetched before, and who looks at every waiting guest takes as much
 * longer as there are more, beside what PostgreSQL spends on processes that help in a large town, however large: they are started to find the
 * first few, and no count has their help.
 *
 * @param calls in one go, before the other towns have their turn and their pages take this one's place in PostgreSQL's memory
 */
record Forecast(Reach reach, int calls, Ground ground, Seen small, Seen middle) {

    double perSecond(int guests) {
        return 1_000 / milliseconds(guests);
    }

    /**
     * With so many clients in a circle a call takes their number times its share on average. What holds up the slowest – other calls, pauses of the
     * node – strikes each piece of a call by itself, and what is added up by chance spreads with the square root of the number of pieces.
     */
    double p99(int guests) {
        double spread = (spread(small) + spread(middle)) / 2;
        return ground.clients() * milliseconds(guests) + spread * Math.sqrt(milliseconds(guests));
    }

    private double spread(Seen seen) {
        return (seen.p99() - ground.clients() * seen.milliseconds()) / Math.sqrt(seen.milliseconds());
    }

    /** Of node and PostgreSQL together, in milliseconds. */
    double processor(int guests) {
        return (small.processor() + middle.processor() - more(middle.guests())) / 2 + more(guests);
    }

    double pages(int guests) {
        if (reach == Reach.ALL) {
            return line(small.pages(), middle.pages()).at(guests);
        }
        int gained = levels(middle.guests());
        return gained == 0 ? (small.pages() + middle.pages()) / 2 : small.pages() + (middle.pages() - small.pages()) / gained * levels(guests);
    }

    double fetched(int guests) {
        return middle.fetched() * untouched(guests) / untouched(middle.guests());
    }

    /** The share of pages that no other call has fetched before: each entry of an index leads to one page of a table. */
    private double untouched(int guests) {
        return (untouchedOf(BTree.leaves(guests)) + untouchedOf(guests / ground.neighbours())) / 2;
    }

    /** After m calls anywhere among n pages, each page is still untouched with the probability of e^(-m/n). */
    private double untouchedOf(double pages) {
        double atLeastOne = Math.max(1, pages);
        return atLeastOne / calls * (1 - Math.exp(-calls / atLeastOne));
    }

    /** The share of one call in the time of the whole machine, whose processors work side by side. */
    private double milliseconds(int guests) {
        double moreInMiddle = more(middle.guests()) / ground.processors();
        return (small.milliseconds() + middle.milliseconds() - moreInMiddle) / 2 + more(guests) / ground.processors();
    }

    /** What the size adds to a call in the small town, in milliseconds of a processor. */
    private double more(int guests) {
        if (reach == Reach.ALL) {
            double added = Math.max(0, middle.database() - small.database());
            double byHelpers = Math.min(added, Math.max(0, middle.helpers() - small.helpers()));
            return byHelpers + (added - byHelpers) * (guests - small.guests()) / (middle.guests() - small.guests());
        }
        double fetched = fetched(guests) - small.fetched();
        double kept = pages(guests) - small.pages() - fetched;
        return kept * ground.price().kept() + fetched * ground.price().fetched();
    }

    private int levels(int guests) {
        return BTree.levels(guests) - BTree.levels(small.guests());
    }

    private Line line(double ofSmall, double ofMiddle) {
        return Line.through(small.guests(), ofSmall, middle.guests(), ofMiddle);
    }
}
