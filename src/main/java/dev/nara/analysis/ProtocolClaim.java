package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The claim that one setting is better than another, and the protocols under which it holds.
 *
 * @param better titles of the runs of the setting that is best under the first protocol
 * @param other those of the other setting
 * @param real protocols under which the first is better beyond chance
 * @param undecided those under which the difference may be chance, or more seeds are needed
 * @param reversed those under which the other is better beyond chance
 */
public record ProtocolClaim(
        String better, String other, List<String> real, List<String> undecided, List<String> reversed) {
    /** The claim as text. */
    public Text words() {
        return Text.of("protocol.claim", better, other, named(real), named(undecided), named(reversed));
    }

    private static Object named(List<String> protocols) {
        return protocols.isEmpty() ? Text.of("protocol.none") : String.join(", ", protocols);
    }

    /**
     * A setting's figures under every protocol.
     *
     * @param figures its seeds' figures of every user, one group per protocol
     * @param byDraws the variance of its mean from draws of negatives, shared by its seeds, which all see the same ones; one per protocol
     */
    record Setting(String title, List<Significance.Group> figures, List<Double> byDraws) {}

    /**
     * The claims about the setting that is best under the first protocol, against each other setting.
     *
     * @param runs the runs of the views, in the same order; those that differ only by the seed are one setting. There are no claims about
     *     runs of different rows, runs that have not ended, or runs that chose their best epoch on the test part
     * @param common from {@link ProtocolStudy#common}
     */
    public static List<ProtocolClaim> of(
            Algorithms algorithms, List<StoredRun> runs, List<List<ProtocolStudy.View>> common, String metric)
            throws DataException {
        RunSpec first = runs.get(0).spec();
        List<List<StoredRun>> groups = Seeds.bySetting(runs);
        if (!runs.stream()
                        .allMatch(run -> RunFigures.isReported(run)
                                && !run.spec().chosenOnTest()
                                && run.spec().sameTest(first))
                || groups.size() < 2
                || common.get(0).isEmpty()) {
            return List.of();
        }
        List<Setting> settings = new ArrayList<>();
        for (List<StoredRun> seeds : groups) {
            List<List<ProtocolStudy.View>> views =
                    seeds.stream().map(run -> common.get(runs.indexOf(run))).toList();
            boolean random =
                    algorithms.algorithm(seeds.get(0).spec().algorithm()).random();
            settings.add(setting(seeds, views, random, metric));
        }
        List<String> protocols =
                common.get(0).stream().map(view -> view.protocol().spec()).toList();
        return of(protocols, settings);
    }

    private static Setting setting(
            List<StoredRun> seeds, List<List<ProtocolStudy.View>> views, boolean random, String metric) {
        List<Significance.Group> figures = new ArrayList<>();
        List<Double> byDraws = new ArrayList<>();
        for (int p = 0; p < views.get(0).size(); p++) {
            int protocol = p;
            figures.add(new Significance.Group(
                    views.stream()
                            .map(ofSeed -> ofSeed.get(protocol).evaluation().perUser(metric))
                            .toArray(double[][]::new),
                    random));
            double deviation = views.stream()
                    .mapToDouble(ofSeed -> ofSeed.get(protocol).overDraws().getOrDefault(metric, 0.0))
                    .average()
                    .orElse(0);
            byDraws.add(deviation * deviation);
        }
        String title = seeds.stream().map(StoredRun::title).collect(Collectors.joining(", "));
        return new Setting(title, figures, byDraws);
    }

    /** The claims of the setting with the highest mean under the first protocol. */
    static List<ProtocolClaim> of(List<String> protocols, List<Setting> settings) {
        List<Setting> ranked = settings.stream()
                .sorted(Comparator.comparingDouble(
                        (Setting s) -> -s.figures().get(0).mean()))
                .toList();
        Setting best = ranked.get(0);
        List<ProtocolClaim> claims = new ArrayList<>();
        for (Setting other : ranked.subList(1, ranked.size())) {
            claims.add(new ProtocolClaim(
                    best.title(), other.title(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        List<Significance.Comparison> gaps = new ArrayList<>();
        for (int p = 0; p < protocols.size(); p++) {
            for (Setting other : ranked.subList(1, ranked.size())) {
                gaps.add(Significance.compare(
                                best.figures().get(p), other.figures().get(p), 1)
                        .withNegatives(best.byDraws().get(p) + other.byDraws().get(p)));
            }
        }
        double[] corrected = corrected(gaps, claims.size(), Significance.pairs(ranked.size()));
        for (int g = 0; g < corrected.length; g++) {
            claims.get(g % claims.size()).under(gaps.get(g), corrected[g]).add(protocols.get(g / claims.size()));
        }
        return claims;
    }

    /**
     * Under the first protocol, that of the runs themselves, probabilities equal those of the verdict, corrected for all pairs. Other
     * protocols are searched together, and corrected for their number as well.
     */
    private static double[] corrected(List<Significance.Comparison> gaps, int claims, long pairs) {
        double[] p = gaps.stream().mapToDouble(Significance.Comparison::p).toArray();
        double[] own = Significance.holm(Arrays.copyOf(p, claims), pairs);
        int others = p.length / claims - 1;
        double[] corrected = Arrays.copyOf(own, p.length);
        double[] ofOthers = Significance.holm(Arrays.copyOfRange(p, claims, p.length), pairs * others);
        System.arraycopy(ofOthers, 0, corrected, claims, ofOthers.length);
        return corrected;
    }

    /** Sorts a protocol into real, undecided or reversed. */
    private List<String> under(Significance.Comparison gap, double corrected) {
        if (gap.verdict(corrected) != Significance.Verdict.REAL) {
            return undecided;
        }
        return gap.difference() > 0 ? real : reversed;
    }
}
