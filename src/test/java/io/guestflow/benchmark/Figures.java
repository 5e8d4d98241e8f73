package io.guestflow.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Values of one kind, from several rounds or calls. */
final class Figures {

    private final double[] sorted;

    Figures(double[] values) {
        if (values.length == 0) {
            throw new IllegalStateException("Nothing was measured.");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    static Figures of(List<Double> values) {
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Round by round, what each value is of the other; rounds share their noise. */
    static Figures ratio(List<Double> values, List<Double> to) {
        return new Figures(IntStream.range(0, values.size()).mapToDouble(i -> values.get(i) / to.get(i)).toArray());
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The smallest value that this share of all values does not exceed. @param share above 0, at most 1 */
    double percentile(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** The median, and from where to where the values reach. */
    String withRange() {
        return "%s [%s–%s]".formatted(number(median()), number(sorted[0]), number(sorted[sorted.length - 1]));
    }

    /** With as many digits as mean something. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
