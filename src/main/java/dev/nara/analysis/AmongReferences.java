package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.spec.Part;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ranks a run's figure on the test part among references and popularity. It compares rounded figures and does not say whether a difference
 * is real, nor whether a figure was chosen on the test part.
 *
 * @param metric the one that decides the run's best epoch
 * @param figure the run's
 * @param chosenOnTest whether the best epoch was chosen on the test part
 * @param above the references with better figures, best first
 * @param equal those with the same figure
 * @param below those with worse figures, best first
 */
public record AmongReferences(
        String metric,
        double figure,
        boolean chosenOnTest,
        List<Reference> above,
        List<Reference> equal,
        List<Reference> below) {
    private static final String POPULARITY = "popularity";

    /** The rank of a run; empty before it is evaluated on the test part, or if nothing is known to compare with. */
    public static Optional<AmongReferences> of(StoredRun run, List<Reference> references) {
        Map<String, Double> reported = RunFigures.isReported(run) ? RunFigures.reported(run) : Map.of();
        if (reported.isEmpty()) {
            return Optional.empty();
        }
        List<Reference> all = new ArrayList<>(references);
        run.tested()
                .filter(tested -> !run.spec().algorithm().equals(POPULARITY))
                .ifPresent(tested -> all.add(new Reference(POPULARITY, Map.of(), tested.baseline())));
        String metric = reported.keySet().iterator().next();
        double figure = RunFigures.reported(run, metric);
        List<Reference> known = all.stream()
                .filter(each -> each.test().containsKey(metric))
                .sorted(Comparator.comparingDouble((Reference each) -> -worth(each, metric)))
                .toList();
        // Figures that round to the same digits count as equal.
        String own = Numbers.figure(figure);
        Map<Integer, List<Reference>> sides = known.stream()
                .collect(Collectors.groupingBy(
                        each -> Numbers.figure(figure(each, metric)).equals(own)
                                ? 0
                                : Double.compare(worth(each, metric), CutoffMetric.worth(metric, figure))));
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new AmongReferences(
                        metric,
                        figure,
                        run.spec().chosenOnTest(),
                        sides.getOrDefault(1, List.of()),
                        sides.getOrDefault(0, List.of()),
                        sides.getOrDefault(-1, List.of())));
    }

    private static double worth(Reference reference, String metric) {
        return CutoffMetric.worth(metric, figure(reference, metric));
    }

    private static double figure(Reference reference, String metric) {
        return reference.test().getOrDefault(metric, Double.NaN);
    }

    /** As text, such as "▼ Score .2858 on test: below EASE (.3031); above Popularity (.1819)". */
    public String in(Locale locale) {
        String own = metric + " " + Numbers.figure(figure);
        if (chosenOnTest) {
            List<Reference> all =
                    Stream.of(above, equal, below).flatMap(List::stream).toList();
            return Text.of("references.beside", Text.of("part.stamped", Part.TEST.of(own)), names(all, locale))
                    .in(locale);
        }
        boolean lower = CutoffMetric.worth(metric, 1) < 0;
        List<String> sides = new ArrayList<>();
        side(sides, lower ? "references.worse" : "references.below", above, locale);
        side(sides, "references.equal", equal, locale);
        side(sides, lower ? "references.better" : "references.above", below, locale);
        return sign()
                + Text.of("references.on.test", own, String.join("; ", sides)).in(locale);
    }

    /** An upward sign if the run is above all, a downward one if at least one is above it. */
    private String sign() {
        if (!above.isEmpty()) {
            return "▼ ";
        }
        return equal.isEmpty() ? "▲ " : "";
    }

    private void side(List<String> sides, String key, List<Reference> references, Locale locale) {
        if (!references.isEmpty()) {
            sides.add(Text.of(key, names(references, locale)).in(locale));
        }
    }

    private String names(List<Reference> references, Locale locale) {
        return references.stream()
                .map(each -> each.name().in(locale) + " (" + Numbers.figure(figure(each, metric)) + ")")
                .collect(Collectors.joining(", "));
    }
}
