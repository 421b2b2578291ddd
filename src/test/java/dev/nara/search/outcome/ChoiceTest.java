package dev.nara.search.outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.eval.Significance;
import dev.nara.search.outcome.Confirmation.Finished;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final int USERS = 400;

    /** Users' figures about a mean, with little chance of its own beside what users have in common. */
    private static Confirmed setting(int trial, double mean, double cost, int seeds) {
        double[][] figures = new double[seeds][USERS];
        for (int s = 0; s < seeds; s++) {
            Random users = new Random(1);
            Random own = new Random(100L * trial + s);
            Arrays.setAll(figures[s], u -> mean + 0.1 * users.nextGaussian() + 0.02 * own.nextGaussian());
        }
        return new Confirmed(trial, figures, cost, true);
    }

    @Test
    void theCheapestOfThoseLevelIsChosen() {
        Choice choice = Choice.of(
                List.of(setting(3, 0.5, 10, 3), setting(5, 0.5, 4, 3), setting(7, 0.45, 1, 3)),
                Optional.of(setting(1, 0.45, 5, 3)));
        assertEquals(5, choice.chosen());
        assertTrue(
                choice.level().contains(3) && choice.level().contains(5),
                choice.level().toString());
        assertEquals(Choice.Verdict.BETTER, choice.verdict());
        assertEquals(0.05, choice.against().orElseThrow().difference(), 0.003);
        assertEquals(0.5, choice.promise().expected(), 0.02);
        assertTrue(choice.promise().low() < 0.5 && choice.promise().high() > 0.5);
    }

    @Test
    void amongThoseThatCostAboutAsMuchTheBestIsChosen() {
        Choice choice = Choice.of(
                List.of(setting(3, 0.5, 10, 3), setting(5, 0.45, 9.5, 3)), Optional.of(setting(1, 0.45, 9, 3)));
        assertEquals(3, choice.chosen());
        assertEquals(3, choice.best());
        assertEquals(List.of(3), choice.level());
    }

    @Test
    void thePresetIsKeptWhereItIsTheBest() {
        Choice choice =
                Choice.of(List.of(setting(3, 0.45, 1, 3), setting(5, 0.44, 1, 3)), Optional.of(setting(1, 0.5, 5, 3)));
        assertEquals(1, choice.chosen());
        assertEquals(Choice.Verdict.KEEP, choice.verdict());
        assertEquals(Optional.empty(), choice.against());
        assertEquals(0, choice.promise().gain());
    }

    @Test
    void oneSeedIsTooFew() {
        Choice choice = Choice.of(List.of(setting(3, 0.5, 1, 1)), Optional.of(setting(1, 0.45, 1, 1)));
        assertEquals(Choice.Verdict.MORE_SEEDS, choice.verdict());
        assertEquals(2, choice.against().orElseThrow().moreSeeds());
    }

    @Test
    void settingsWithoutChanceNeedNoSeeds() {
        double[][] low = new double[1][USERS];
        double[][] high = new double[1][USERS];
        Arrays.fill(high[0], 0, 100, 1);
        Choice choice =
                Choice.of(List.of(new Confirmed(3, high, 1, false)), Optional.of(new Confirmed(1, low, 1, false)));
        assertEquals(Choice.Verdict.BETTER, choice.verdict());
        assertEquals(0.25, choice.mean());
        assertEquals(0.25, choice.promise().gain(), 0.03);
    }

    @Test
    void withoutAPresetThereIsNoVerdict() {
        Choice choice = Choice.of(List.of(setting(3, 0.5, 1, 3)), Optional.empty());
        assertEquals(3, choice.chosen());
        assertEquals(Optional.empty(), choice.against());
        assertEquals(0.5, choice.promise().expected(), 0.02);
    }

    @Test
    void usersAreHalvedAlwaysAlike() {
        UserHalves halves = UserHalves.of(7);
        assertArrayEquals(UserHalves.of(7).searched(), halves.searched());
        assertEquals(4, halves.searched().length);
        int[] all = new int[7];
        System.arraycopy(halves.searched(), 0, all, 0, 4);
        System.arraycopy(halves.judged(), 0, all, 4, 3);
        Arrays.sort(all);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6}, all);
        double[] figures = {0, 1, 2, 3, 4, 5, 6};
        assertArrayEquals(Arrays.stream(halves.searched()).asDoubleStream().toArray(), UserHalves.searched(figures));
        assertEquals(0, UserHalves.of(1).judged().length);
    }

    /** A figure of all lists together, such as the coverage, is paired by seed; six of them can tell. */
    @Test
    void aFigureOfAllListsIsJudgedBySeeds() {
        Choice choice = Choice.of(
                List.of(new Confirmed(3, new double[][] {{0.51}, {0.52}, {0.53}, {0.51}, {0.52}, {0.53}}, 1, true)),
                Optional.of(
                        new Confirmed(1, new double[][] {{0.31}, {0.33}, {0.32}, {0.31}, {0.33}, {0.32}}, 1, true)));
        assertEquals(Choice.Verdict.BETTER, choice.verdict());
        assertEquals(0.2, choice.promise().gain(), 1e-9);
        assertEquals(0.52, choice.promise().expected(), 1e-9);
    }

    @Test
    void oneFigureOfAllListsHasNoVerdict() {
        Choice choice = Choice.of(
                List.of(new Confirmed(3, new double[][] {{0.5}}, 1, true)),
                Optional.of(new Confirmed(1, new double[][] {{0.3}}, 1, true)));
        assertEquals(3, choice.chosen());
        assertEquals(Choice.Verdict.KEEP, choice.verdict());
        assertEquals(0.5, choice.promise().expected(), 1e-9);
    }

    @Test
    void asManySettingsAreConfirmedAsTheBudgetAllows() {
        assertEquals(1, Confirmation.most(3, 1, 3));
        assertEquals(2, Confirmation.most(9, 1, 3));
        assertEquals(4, Confirmation.most(100, 1, 3));
        assertEquals(3, Confirmation.most(100, Double.NaN, 3));
    }

    @Test
    void threeAndThoseLevelAreConfirmed() {
        double[] best = new double[100];
        Arrays.fill(best, 0, 50, 1);
        List<Finished> trials = List.of(
                finished(1, best, 20),
                finished(2, best, 0),
                finished(3, best, 21),
                finished(4, best, 2),
                finished(5, best, 1));
        assertEquals(List.of(2, 5, 4), Confirmation.candidates(trials, 4));
        assertEquals(List.of(2, 5), Confirmation.candidates(trials, 2));
        assertEquals(List.of(2, 1), Confirmation.candidates(List.of(trials.get(0), trials.get(1)), 4));
        List<Finished> level = List.of(
                finished(1, best, 1),
                finished(2, best, 1),
                finished(3, best, 1),
                finished(4, best, 1),
                finished(5, best, 1));
        assertEquals(List.of(1, 2, 3, 4), Confirmation.candidates(level, 4));
    }

    private static Finished finished(int trial, double[] best, int fewer) {
        double[] users = best.clone();
        Arrays.fill(users, 0, fewer, 0);
        return new Finished(trial, users, Significance.mean(users));
    }
}
