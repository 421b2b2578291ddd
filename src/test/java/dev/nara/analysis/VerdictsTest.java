package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.eval.Significance;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is called real, noise or not yet known: of settings, of groups and under protocols, from figures one can count. */
@Tag("process")
class VerdictsTest {
    /** The figures of 100 users, of whom the first {@code hits} have 1 and the others 0. */
    private static double[] users(int hits) {
        return IntStream.range(0, 100).mapToDouble(u -> u < hits ? 1 : 0).toArray();
    }

    private static Significance.Group seeds(boolean random, int... hits) {
        return new Significance.Group(
                Arrays.stream(hits).mapToObj(VerdictsTest::users).toArray(double[][]::new), random);
    }

    private static SettingGap gap(Significance.Group best, Significance.Group other) {
        return SettingGap.gaps(List.of("best", "other"), List.of(best, other)).get(0);
    }

    /** Twenty of a hundred users are served better, none worse. */
    @Test
    void aLargeDifferenceIsRealAndOneOfTwoUsersIsNoise() {
        SettingGap large = gap(seeds(false, 60), seeds(false, 40));
        assertEquals(Significance.Verdict.REAL, large.verdict());
        assertEquals(0.2, large.comparison().difference(), 1e-12);
        assertEquals("", large.lacking());
        SettingGap small = gap(seeds(false, 42), seeds(false, 40));
        assertEquals(Significance.Verdict.NOISE, small.verdict());
        assertEquals(0.02, small.comparison().difference(), 1e-12);
    }

    /** The same twenty users of a model that another seed would change: one seed is no evidence, three are. */
    @Test
    void aRandomSettingNeedsThreeSeeds() {
        SettingGap one = gap(seeds(false, 60), seeds(true, 40));
        assertEquals(Significance.Verdict.MORE_SEEDS, one.verdict());
        assertEquals(2, one.comparison().seedsWanted());
        assertEquals("other", one.lacking());
        SettingGap two = gap(seeds(true, 60, 61), seeds(true, 40, 41, 42));
        assertEquals(1, two.comparison().seedsWanted());
        assertEquals("best", two.lacking());
        SettingGap three = gap(seeds(true, 60, 61, 62), seeds(true, 40, 41, 42));
        assertEquals(Significance.Verdict.REAL, three.verdict());
        assertEquals("", three.lacking());
    }

    /** Seeds from 40 to 80 hits, in the mean 60: their spread is larger than the difference of 0.1. */
    @Test
    void aDifferenceWithinTheSpreadOfSeedsIsNoise() {
        assertEquals(
                Significance.Verdict.NOISE,
                gap(seeds(true, 40, 60, 80), seeds(true, 30, 50, 70)).verdict());
    }

    /** Ten settings that find each of 200 users with the same chance: the best of them is taken first, and tested then. */
    @Test
    void theBestOfTenEqualSettingsIsNoBetter() {
        Random random = new Random(1);
        int real = 0;
        for (int trial = 0; trial < 40; trial++) {
            List<Significance.Group> groups = new ArrayList<>();
            for (int setting = 0; setting < 10; setting++) {
                double[][] hits = new double[1][200];
                Arrays.setAll(hits[0], u -> random.nextDouble() < 0.3 ? 1 : 0);
                groups.add(new Significance.Group(hits, false));
            }
            groups.sort(Comparator.comparingDouble(Significance.Group::mean).reversed());
            real += SettingGap.gaps(
                                    IntStream.range(0, 10)
                                            .mapToObj(Integer::toString)
                                            .toList(),
                                    groups)
                            .stream()
                            .anyMatch(gap -> gap.verdict() == Significance.Verdict.REAL)
                    ? 1
                    : 0;
        }
        assertTrue(real <= 2, real + " of 40 bests were called better");
    }

    /** Six of a hundred users, p = 0.03 alone, is no more than chance gives among eleven settings. */
    @Test
    void manySettingsAreCorrectedTogether() {
        Significance.Group best = seeds(false, 46);
        SettingGap alone = gap(best, seeds(false, 40));
        assertEquals(alone.comparison().p(), alone.corrected(), 1e-12);
        assertEquals(Significance.Verdict.REAL, alone.verdict());
        List<Significance.Group> groups = IntStream.range(0, 11)
                .mapToObj(n -> n == 0 ? best : seeds(false, 40))
                .toList();
        List<SettingGap> gaps = SettingGap.gaps(
                IntStream.range(0, 11).mapToObj(Integer::toString).toList(), groups);
        assertEquals(10, gaps.size());
        // Each of the 55 pairs could have been that of the best and another.
        assertEquals(Math.min(1, 55 * alone.comparison().p()), gaps.get(0).corrected(), 1e-12);
        assertEquals(Significance.Verdict.NOISE, gaps.get(0).verdict());
    }

    /** The sexes of {@link Toy} alternate; ages do, too, in tens; everybody has one row and looks for a new item. */
    private static Dataset people() {
        long[][] rows =
                IntStream.range(0, 100).mapToObj(u -> new long[] {u, 0, u}).toArray(long[][]::new);
        String[] sexes =
                IntStream.range(0, 100).mapToObj(u -> u % 2 == 0 ? "F" : "M").toArray(String[]::new);
        String[] names = IntStream.range(0, 100).mapToObj(u -> "name " + u).toArray(String[]::new);
        Dataset toy = Toy.of(100, 2, rows);
        return toy.with(Attributes.none().plus("sex", sexes).plus("name", names), toy.itemAttributes());
    }

    private static Split split(Dataset dataset) {
        int[][] truth = new int[100][];
        Arrays.fill(truth, new int[] {1});
        return Split.ofAll(dataset.interactions(), truth);
    }

    @Test
    void groupsHaveTheirMembersAndMeans() throws DataException {
        Dataset people = people();
        double[] figures = IntStream.range(0, 100)
                .mapToDouble(u -> u % 2 == 0 ? 0.75 : 0.25)
                .toArray();
        List<GroupFigure> groups =
                UserGroups.of(people, split(people), IntStream.range(0, 100).toArray(), "HR@10", figures, "sex");
        assertEquals(List.of("F", "M"), groups.stream().map(GroupFigure::key).toList());
        assertEquals(List.of(0.75, 0.25), groups.stream().map(GroupFigure::mean).toList());
        assertEquals(50, groups.get(0).members().size());
        assertEquals(List.of(1, 3, 5), groups.get(1).members().subList(0, 3));
        assertThrows(
                DataException.class,
                () -> UserGroups.of(people, split(people), new int[] {0}, "HR@10", new double[] {1}, "hair"));
    }

    /** Girls are served better by the first model in 20 cases of 50, boys in none; names are no groups, nor is a group of all. */
    /** Rows that are held out for validation were seen, though nothing is learnt from them. */
    @Test
    void whatIsHeldOutForValidationCountsAsSeen() throws DataException {
        Dataset people = people();
        int[][] truth = new int[100][];
        Arrays.fill(truth, new int[] {0});
        Split known = Split.ofAll(people.interactions(), truth);
        Split held = known.trainingOn(people.interactions().filter((user, row) -> false));
        assertEquals(seen(people, known), seen(people, held));
    }

    private static List<String> seen(Dataset dataset, Split split) throws DataException {
        int[] users = IntStream.range(0, 100).toArray();
        return UserGroups.of(dataset, split, users, "HR@10", new double[100], "rewatch").stream()
                .map(GroupFigure::key)
                .toList();
    }

    @Test
    void gapsOfGroupsAreCorrectedForTheirNumberAndTheSurestComesFirst() throws DataException {
        Dataset people = people();
        double[] first = IntStream.range(0, 100)
                .mapToDouble(u -> u % 2 == 0 && u < 40 ? 1 : 0)
                .toArray();
        List<GroupGaps.Gap> gaps = GroupGaps.ranked(
                GroupGaps.gaps(
                        people,
                        split(people),
                        IntStream.range(0, 100).toArray(),
                        "HR@10",
                        new Significance.Group(new double[][] {first}, false),
                        new Significance.Group(new double[][] {new double[100]}, false)),
                3);
        assertEquals(
                List.of("sex F", "sex M"),
                gaps.stream().map(gap -> gap.kind() + " " + gap.group().key()).toList());
        assertEquals(0.4, gaps.get(0).difference(), 1e-12);
        assertEquals(0, gaps.get(1).difference(), 1e-12);
        // Two groups, and three pairs of settings of which these are one.
        assertEquals(6 * gaps.get(0).comparison().p(), gaps.get(0).corrected(), 1e-12);
        assertTrue(gaps.get(0).corrected() < 0.002);
        assertEquals(1, gaps.get(1).corrected(), 1e-12);
    }

    /** Ahead by 20 users under the first protocol, by 1 under the second, behind by 20 under the third. */
    @Test
    void aClaimHoldsIsUndecidedOrIsReversedUnderAProtocol() {
        ProtocolClaim.Setting best = new ProtocolClaim.Setting(
                "7", List.of(seeds(false, 60), seeds(false, 41), seeds(false, 30)), List.of(0.0, 0.0, 0.0));
        ProtocolClaim.Setting other = new ProtocolClaim.Setting(
                "3, 4", List.of(seeds(false, 40), seeds(false, 40), seeds(false, 50)), List.of(0.0, 0.0, 0.0));
        assertEquals(
                List.of(new ProtocolClaim("7", "3, 4", List.of("all"), List.of("sampled:99"), List.of("unseen"))),
                ProtocolClaim.of(List.of("all", "sampled:99", "unseen"), List.of(other, best)));
    }

    /** Negatives that move the mean by 0.15 from draw to draw leave a difference of 0.2 undecided. */
    @Test
    void drawsOfNegativesAndMissingSeedsLeaveAClaimUndecided() {
        ProtocolClaim.Setting best =
                new ProtocolClaim.Setting("1", List.of(seeds(false, 60), seeds(true, 60)), List.of(0.15 * 0.15, 0.0));
        ProtocolClaim.Setting other =
                new ProtocolClaim.Setting("2", List.of(seeds(false, 40), seeds(true, 40)), List.of(0.0, 0.0));
        assertEquals(
                List.of(new ProtocolClaim("1", "2", List.of(), List.of("sampled:99", "all"), List.of())),
                ProtocolClaim.of(List.of("sampled:99", "all"), List.of(best, other)));
    }
}
