package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Stored runs under every protocol that their data allow.
 *
 * @param rows one per protocol, that of the runs first
 * @param claims the protocols under which the best is better than each other setting; none for a metric of all lists together
 */
public record ProtocolComparison(List<Row> rows, List<ProtocolClaim> claims) {
    /**
     * A protocol and each run's figure.
     *
     * @param deviations of each figure over other draws of negatives; NaN if none are drawn
     * @param tau Kendall's tau against the order under the first protocol; NaN for the first or for fewer than two runs
     * @param byLength each run's figures at the cut-offs of {@link CutoffMetric#CUTOFFS}; empty if it has none
     */
    public record Row(
            String protocol,
            boolean sampled,
            int users,
            List<Double> figures,
            List<Double> deviations,
            double tau,
            List<List<Double>> byLength) {}

    /** The data of a run, read only if it is not loaded already. */
    @FunctionalInterface
    public interface Reader {
        Prepared of(StoredRun run) throws DataException;
    }

    /** Restores every model and evaluates it under each protocol that all of them allow. */
    public static ProtocolComparison of(
            Services services, RunStore store, List<StoredRun> runs, String metric, Reader data, Evaluator.Watch watch)
            throws DataException {
        CutoffMetric compared = CutoffMetric.parse(metric).get(0);
        List<CutoffMetric> lengths = compared.atCutoffs();
        List<CutoffMetric> metrics = new ArrayList<>(List.of(compared));
        lengths.stream().filter(m -> !m.name().equals(compared.name())).forEach(metrics::add);
        List<List<ProtocolStudy.View>> ofRuns = new ArrayList<>();
        for (StoredRun run : runs) {
            Services.Reopened reopened = services.reopen(store, run, data.of(run));
            ProtocolStudy study = new ProtocolStudy(reopened.preparedRun(), List.of(), metrics);
            study.count(store, run);
            ofRuns.add(study.views(reopened.recommender(), watch).stream()
                    .map(view -> view.only(metric))
                    .toList());
        }
        List<List<ProtocolStudy.View>> common = ProtocolStudy.common(ofRuns);
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < common.get(0).size(); p++) {
            rows.add(row(common, p, metric, lengths));
        }
        return new ProtocolComparison(
                rows,
                compared.ofAllLists() ? List.of() : ProtocolClaim.of(services.algorithms(), runs, common, metric));
    }

    private static Row row(
            List<List<ProtocolStudy.View>> common, int protocol, String metric, List<CutoffMetric> lengths) {
        List<ProtocolStudy.View> views =
                common.stream().map(ofRun -> ofRun.get(protocol)).toList();
        ProtocolStudy.View first = views.get(0);
        boolean ordered = protocol > 0 && common.size() > 1;
        return new Row(
                first.protocol().spec(),
                first.protocol().sampled(),
                first.evaluator().users().length,
                views.stream().map(v -> v.evaluation().mean(metric)).toList(),
                views.stream()
                        .map(v -> v.overDraws().getOrDefault(metric, Double.NaN))
                        .toList(),
                ordered ? ProtocolStudy.kendall(common, protocol, metric) : Double.NaN,
                views.stream()
                        .map(v -> lengths.stream()
                                .map(m -> v.evaluation().mean(m.name()))
                                .toList())
                        .toList());
    }
}
