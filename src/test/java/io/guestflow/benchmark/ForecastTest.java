package io.guestflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("same-on-every-database")
class ForecastTest {

    private static final int SMALL = 1_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int CALLS = 100;
    private static final int ON_A_PAGE = 110;
    private static final PagePrice FREE = new PagePrice(0, 0);

    @Test
    void callThatFindsItsGuestByAnIndexCostsTheSameHoweverManyWait() {
        var forecast = new Forecast(Reach.FEW, CALLS, ground(FREE), seen(SMALL, 100, 40, 50, 0), seen(MIDDLE, 100, 40, 50, 0));

        assertThat(forecast.perSecond(LARGE)).isEqualTo(100);
        assertThat(forecast.p99(LARGE)).isEqualTo(40);
    }

    @Test
    void noiseBetweenTheTwoTownsIsNotTakenForGrowth() {
        // 8 ms and 12 ms
        var forecast = new Forecast(Reach.FEW, CALLS, ground(FREE), seen(SMALL, 125, 40, 50, 0), seen(MIDDLE, 1_000 / 12.0, 60, 50, 0));

        assertThat(forecast.perSecond(LARGE)).isCloseTo(100, within(1e-9));
    }

    @Test
    void wayToARowGrowsWithTheLevelsOfTheIndexes() {
        var forecast = new Forecast(Reach.FEW, CALLS, ground(FREE), seen(SMALL, 100, 40, 50, 0), seen(MIDDLE, 100, 40, 75, 0));

        assertThat(forecast.pages(12_000)).as("two levels, like the small town").isEqualTo(50);
        assertThat(forecast.pages(LARGE)).as("three levels, like the middle town").isEqualTo(75);
        assertThat(forecast.pages(10_000_000)).as("four levels").isEqualTo(100);
    }

    @Test
    void inALargerTownFewerCallsFindAPageThatAnotherHasFetched() {
        var forecast = new Forecast(Reach.FEW, CALLS, ground(FREE), seen(SMALL, 100, 40, 50, 0), seen(11_000, 100, 40, 50, 9));

        // 100 pages for 100 calls: 63 % of them come to an untouched one; of 9,091 pages nearly all do
        assertThat(forecast.fetched(11_000)).isEqualTo(9);
        assertThat(forecast.fetched(LARGE)).isCloseTo(9 * 0.9945 / 0.6321, within(0.001));
    }

    @Test
    void rowsOfGuestsLieOnMorePagesThanTheirEntriesInAnIndex() {
        var forecast = new Forecast(Reach.FEW, CALLS, new Ground(2, 4, 11, FREE), seen(SMALL, 100, 40, 50, 0), seen(11_000, 100, 40, 50, 9));

        // 100 calls come to an untouched one among 100 pages of entries 63 times, among 1,000 pages of rows 95 times
        assertThat(forecast.fetched(LARGE)).isCloseTo(9 * (0.9945 + 0.9995) / (0.6321 + 0.9516), within(0.001));
    }

    @Test
    void nothingIsFetchedInALargerTownIfMemoryHeldAllInTheMiddleOne() {
        var forecast = new Forecast(Reach.FEW, CALLS, ground(FREE), seen(SMALL, 100, 40, 50, 0), seen(MIDDLE, 100, 40, 50, 0));

        assertThat(forecast.fetched(LARGE)).isZero();
    }

    @Test
    void morePagesAreSharedAmongTheProcessors() {
        var forecast = new Forecast(Reach.FEW, CALLS, ground(new PagePrice(0.01, 0.1)), seen(SMALL, 100, 40, 50, 0), seen(MIDDLE, 1_000 / 11.0, 44, 69, 18));

        // the middle town: one kept and 18 fetched pages more, 1.81 ms for two processors
        assertThat(1_000 / forecast.perSecond(MIDDLE)).isCloseTo((10 + 11 - 0.905) / 2 + 0.905, within(1e-9));
        // the large one fetches some more of the 19
        double fetched = forecast.fetched(LARGE);
        assertThat(fetched).isBetween(18.0, 19.0);
        assertThat(forecast.processor(LARGE)).isCloseTo(16 - 0.905 + (19 - fetched) * 0.01 + fetched * 0.1, within(1e-9));
    }

    @Test
    void countOfAllWhoWaitGrowsWithThem() {
        // PostgreSQL takes 4 ms, and 24 ms with 99,000 more: 10 ms more for each of two processors
        var forecast = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 40, 12, 4, 50, 0, 0), new Seen(MIDDLE, 50, 80, 12, 24, 1_040, 0, 0));

        double more = 20 * 999_000 / 99_000.0;
        assertThat(1_000 / forecast.perSecond(LARGE)).isCloseTo(10 + more / 2, within(1e-9));
        assertThat(forecast.processor(LARGE)).isCloseTo(16 + more, within(1e-9));
        assertThat(forecast.pages(LARGE)).isCloseTo(50 + 10 * 999.0, within(1e-6));
    }

    @Test
    void slowestOfLongCallsAreNearerToTheAverageBecauseDelaysAddUpByChance() {
        // 10 and 40 ms for each of 4 clients; the slowest take 30 and 60 ms longer than 40 and 160, for the longer call has four times as many pieces
        var forecast = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 70, 12, 4, 50, 0, 0), new Seen(10_000, 25, 220, 12, 64, 50, 0, 0));

        // 60 ms of two processors more for each 9,000
        assertThat(1_000 / forecast.perSecond(52_000)).isCloseTo(180, within(1e-9));
        assertThat(forecast.p99(52_000)).isCloseTo(4 * 180 + 30 * Math.sqrt(18), within(1e-9));
    }

    @Test
    void whatACountCostsBesideLookingAtEverybodyDoesNotGrow() {
        // of the 20 ms more, two are spent on processes that are started to help
        var forecast = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 40, 12, 4, 50, 0, 0),
                new Seen(MIDDLE, 50, 80, 12, 24, 1_040, 0, 2));

        assertThat(forecast.processor(MIDDLE)).isCloseTo(36, within(1e-9));
        assertThat(forecast.processor(LARGE)).isCloseTo(16 + 2 + 18 * 999_000 / 99_000.0, within(1e-9));
    }

    @Test
    void helpersTakeNoMoreThanWhatTheMiddleTownTakesLongerNorWhatTheyTakeInTheSmallOne() {
        var dear = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 40, 12, 4, 50, 0, 0), new Seen(MIDDLE, 50, 80, 12, 24, 1_040, 0, 30));
        var everywhere = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 40, 12, 4, 50, 0, 3), new Seen(MIDDLE, 50, 80, 12, 24, 1_040, 0, 3));

        assertThat(dear.processor(LARGE)).isCloseTo(16 + 20, within(1e-9));
        assertThat(everywhere.processor(LARGE)).isCloseTo(16 + 20 * 999_000 / 99_000.0, within(1e-9));
    }

    @Test
    void countIsNotCheaperBecauseTheMiddleTownWasQuickerByChance() {
        var forecast = new Forecast(Reach.ALL, CALLS, ground(FREE), new Seen(SMALL, 100, 40, 12, 4, 50, 0, 0), new Seen(MIDDLE, 100, 40, 12, 3.9, 50, 0, 2));

        assertThat(forecast.perSecond(LARGE)).isEqualTo(100);
    }

    @Test
    void pageIsPricedByWhatTheSameLookUpTakesWithAndWithoutFetching() {
        var price = PagePrice.of(new PagePrice.Plan(60, 4_000, 1_000), new PagePrice.Plan(25, 5_000, 0));

        assertThat(price.kept()).isEqualTo(0.005);
        assertThat(price.fetched()).isCloseTo(0.04, within(1e-9));
    }

    @Test
    void readsProcessorTimeBehindANameWithSpacesAndBrackets() {
        assertThat(ProcessorTime.ticks("42 (postgres: a) b) S 1 42 42 0 -1 4194304 1 2 3 4 100 20 3 4 20 0 1 0 99")).isEqualTo(127);
    }

    /** Of a call for which the node works 12 ms and PostgreSQL 4 ms. */
    private static Seen seen(int guests, double perSecond, double p99, double pages, double fetched) {
        return new Seen(guests, perSecond, p99, 12, 4, pages, fetched, 0);
    }

    private static Ground ground(PagePrice price) {
        return new Ground(2, 4, ON_A_PAGE, price);
    }
}
