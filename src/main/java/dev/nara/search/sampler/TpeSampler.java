package dev.nara.search.sampler;

import dev.nara.algorithm.HashedRandom;
import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * After initial trials spread over the space, proposes, among settings drawn from the density of good trials, the one with the highest
 * density ratio of good to other trials (Bergstra et al. 2011), over all dimensions jointly (Falkner et al. 2018). Trials in progress count
 * among the others.
 */
final class TpeSampler implements Sampler {
    private static final int DRAWN = 64;
    private static final double GOOD = .1;
    private static final int MOST_GOOD = 25;

    @Override
    public String name() {
        return "tpe";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        TriedSettings tried = new TriedSettings(space, history);
        List<Suggestion> suggestions = new ArrayList<>(SobolStart.of(space, history, n, seed, tried));
        if (space.dimensions().isEmpty()) {
            return new RandomSampler().ask(space, history, preferences, n, seed);
        }
        Encoding encoding = new Encoding(space);
        Preferences preferred = new Preferences(encoding, history, preferences);
        List<Observation> all = new ArrayList<>(history);
        suggestions.forEach(each -> all.add(Observation.pending(each.settings())));
        while (suggestions.size() < n) {
            Suggestion next = next(encoding, all, preferred, tried, seed);
            suggestions.add(next);
            tried.add(next.settings());
            all.add(Observation.pending(next.settings()));
        }
        return suggestions;
    }

    private static Suggestion next(
            Encoding encoding, List<Observation> history, Preferences preferred, TriedSettings tried, long seed) {
        List<Observation> sorted = history.stream()
                .sorted(Comparator.comparingDouble(
                        each -> each.kind() == Observation.Kind.DONE ? -each.value() : Double.MAX_VALUE))
                .toList();
        long done = history.stream()
                .filter(each -> each.kind() == Observation.Kind.DONE)
                .count();
        int good = (int) Math.min(MOST_GOOD, Math.ceil(GOOD * done));
        Density among = density(encoding, sorted.subList(0, good));
        Density others = density(encoding, sorted.subList(good, sorted.size()));
        SplittableRandom random = new SplittableRandom(HashedRandom.mixed(seed) + history.size() * HashedRandom.GOLDEN);
        double[] best = among.draw(random);
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < DRAWN; i++) {
            double[] x = among.draw(random);
            double worth = among.log(x) - others.log(x) + preferred.weight(x);
            boolean fresh = tried.times(encoding.settings(x)) == 0;
            // Any new setting is preferred to one that was tried.
            worth = fresh ? worth : worth - 1e6;
            if (worth > most) {
                most = worth;
                best = x;
            }
        }
        Map<String, String> settings = encoding.settings(best);
        Text why = preferred.withPreferences(Text.of("sampler.tpe", good, sorted.size() - good), best);
        return Suggestion.of(settings, why, tried.times(settings) > 0);
    }

    private static Density density(Encoding encoding, List<Observation> trials) {
        return new Density(
                encoding,
                trials.stream().map(each -> encoding.of(each.settings())).toArray(double[][]::new));
    }
}
