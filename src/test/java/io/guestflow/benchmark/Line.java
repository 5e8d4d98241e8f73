package io.guestflow.benchmark;

/** What grows by the same amount with every guest, through what was seen in two towns. */
record Line(double start, double slope) {

    static Line through(double x, double y, double otherX, double otherY) {
        double slope = (otherY - y) / (otherX - x);
        return new Line(y - slope * x, slope);
    }

    double at(double x) {
        return start + slope * x;
    }
}
