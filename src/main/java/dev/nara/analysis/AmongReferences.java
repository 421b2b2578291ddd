package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.store.StoredRun;
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

/**
 * Where a run's figure on the test part stands among references and popularity. It says which is higher, not whether the
 * difference is real.
 *
 * @param metric the one that decides the run's best epoch
 * @param figure the run's
 * @param above the references of a better figure, the best first
 * @param below all others, the best first
 */
public record AmongReferences(String metric, double figure, List<Reference> above, List<Reference> below) {
    /** That of a run; empty before it is told on the test part, or where nothing is known to hold it against. */
    public static Optional<AmongReferences> of(StoredRun run, List<Reference> references) {
        Map<String, Double> told = RunFigures.isTold(run) ? RunFigures.told(run) : Map.of();
        List<Reference> all = new ArrayList<>(references);
        run.tested()
                .map(RunEvent.Tested::baseline)
                .ifPresent(figures -> all.add(new Reference("popularity", Map.of(), figures)));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String metric = told.keySet().iterator().next();
        double figure = RunFigures.told(run, metric);
        List<Reference> known = all.stream()
                .filter(each -> each.test().containsKey(metric))
                .sorted(Comparator.comparingDouble((Reference each) -> -worth(each, metric)))
                .toList();
        double own = CutoffMetric.worth(metric, figure);
        int better =
                (int) known.stream().filter(each -> worth(each, metric) > own).count();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new AmongReferences(
                        metric, figure, known.subList(0, better), known.subList(better, known.size())));
    }

    private static double worth(Reference reference, String metric) {
        return CutoffMetric.worth(metric, figure(reference, metric));
    }

    private static double figure(Reference reference, String metric) {
        return reference.test().getOrDefault(metric, Double.NaN);
    }

    /** In words, such as "▼ Score .2858 on test: below EASE (.3031); above Popularity (.1819)". */
    public String in(Locale locale) {
        String own = metric + " " + Numbers.figure(figure);
        if (above.isEmpty()) {
            return Text.of("references.above", own, names(below, locale)).in(locale);
        }
        return below.isEmpty()
                ? Text.of("references.below", own, names(above, locale)).in(locale)
                : Text.of("references.between", own, names(above, locale), names(below, locale))
                        .in(locale);
    }

    private String names(List<Reference> references, Locale locale) {
        return references.stream()
                .map(each -> each.name().in(locale) + " (" + Numbers.figure(figure(each, metric)) + ")")
                .collect(Collectors.joining(", "));
    }
}
