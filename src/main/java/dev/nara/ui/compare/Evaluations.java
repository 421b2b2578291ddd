package dev.nara.ui.compare;

import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.GroupNames;
import dev.nara.analysis.ItemGaps;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.ProtocolComparison;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Optional;

/** Evaluations of the compared runs that need their models again; started only on request, and one at a time. */
final class Evaluations {
    private final Services services;
    private final RunStore store;
    private final Session session;
    private final Texts texts;
    private final CompareModel model;
    private final RunData data;
    private final Latest latest;

    Evaluations(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Texts texts,
            CompareModel model,
            RunData data) {
        this.services = services;
        this.store = store;
        this.session = session;
        this.texts = texts;
        this.model = model;
        this.data = data;
        this.latest = new Latest(jobs);
    }

    /** Evaluates the compared runs under every protocol that their data allow. */
    void protocols() {
        List<StoredRun> runs =
                model.chosen().stream().filter(RunFigures::isReported).toList();
        String metric = model.metricProperty().get();
        Session.Opened opened = session.openedProperty().get();
        model.evaluatingProperty().set(true);
        latest.run(
                request -> ProtocolComparison.of(
                        services, store, runs, metric, run -> data.of(run, opened), (done, total) -> request.check()),
                found -> {
                    model.evaluatingProperty().set(false);
                    model.evaluated().setAll(runs);
                    model.claims().setAll(found.claims());
                    model.protocols().setAll(found.rows());
                },
                this::failed);
    }

    /** Adds groups of held-out items to the groups of children. */
    void itemGroups() {
        Optional<SettingsComparison> comparison = model.comparisonProperty().get();
        Optional<PairVerdict> verdict = model.verdict();
        if (comparison.isEmpty() || verdict.isEmpty()) {
            return;
        }
        SettingsComparison of =
                comparison.get().led(verdict.get().first(), verdict.get().other());
        List<GroupGaps.Gap> ofUsers = model.groups().stream()
                .filter(gap -> !GroupNames.isOfItems(gap.kind()))
                .toList();
        Session.Opened opened = session.openedProperty().get();
        model.evaluatingProperty().set(true);
        latest.run(
                request -> {
                    Prepared prepared = data.of(of.contenders().get(0).runs().get(0), opened);
                    return ItemGaps.with(of, services, store, prepared, ofUsers, (done, total) -> request.check());
                },
                found -> {
                    model.evaluatingProperty().set(false);
                    model.groups().setAll(found);
                },
                this::failed);
    }

    /** Stops the evaluation under way. */
    void stop() {
        latest.cancel();
        model.evaluatingProperty().set(false);
    }

    /** Stops the evaluation under way and discards the results. */
    void forget() {
        stop();
        model.protocols().clear();
        model.claims().clear();
    }

    private void failed(Throwable error) {
        model.evaluatingProperty().set(false);
        model.messageProperty().set(texts.of(error));
    }
}
