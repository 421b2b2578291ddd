package dev.nara.ui.compare;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.Seeds;
import dev.nara.interchange.HtmlReport;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.PieceByPiece;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.compare.ComparedRuns.Found;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Compares stored runs: verdicts, curves, settings, children, groups of children, protocols. */
public final class CompareController {
    private final Session session;
    private final Texts texts;
    private final CompareModel model = new CompareModel();
    private final CompareView view;
    private final ComparedRuns comparedRuns;
    private final Evaluations evaluations;
    private final Latest comparing;
    private final ValueVerdicts values;
    private final PieceByPiece showing = new PieceByPiece();
    private List<StoredRun> latest = List.of();
    private List<Long> compared = List.of();
    /** What was chosen to be compared; a run that has no figure yet is compared as soon as it has one. */
    private List<Long> wanted = List.of();
    /** What the last comparison stands on. */
    private List<Object> basis = List.of();

    private @Nullable Exporter exporter;

    /** Writes what is on screen to files. */
    public interface Exporter {
        /** The run table, a row a run, the first names the columns. */
        void table(List<List<String>> rows);

        /** The comparison of some runs as a page. */
        void report(List<StoredRun> runs, String metric, HtmlReport.Details details);
    }

    /** For the window's workspace and session. */
    public CompareController(ScreenContext shared) {
        Services services = shared.services();
        RunStore store = shared.store();
        Jobs jobs = shared.frame().jobs();
        this.session = shared.session();
        this.texts = shared.frame().texts();
        RunData data = new RunData(services);
        this.comparedRuns = new ComparedRuns(services, store, data, texts);
        this.evaluations = new Evaluations(services, store, session, jobs, texts, model, data);
        this.comparing = new Latest(jobs);
        this.values = new ValueVerdicts(services, store, jobs, model);
        this.view = new CompareView(model, texts, shared.frame().theme(), shared.pseudonymiser(), new Requests());
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> chosen());
        model.metricProperty().addListener((o, was, is) -> {
            forget();
            compare();
        });
        texts.localeProperty().addListener((o, was, is) -> compare());
        view.root().visibleProperty().addListener((o, was, is) -> {
            if (is) {
                runs(latest);
            }
        });
    }

    /** What people ask for in the view. */
    private final class Requests implements CompareView.Requests {
        @Override
        public void evaluate() {
            evaluations.protocols();
        }

        @Override
        public void groupItems() {
            evaluations.itemGroups();
        }

        @Override
        public void judge(List<StoredRun> bests) {
            values.judge(bests);
        }

        @Override
        public void table() {
            if (exporter != null) {
                exporter.table(RunFigures.table(view.runs().shown()));
            }
        }

        @Override
        public void report() {
            if (exporter != null) {
                exporter.report(
                        List.copyOf(model.chosen()),
                        model.metricProperty().get(),
                        new HtmlReport.Details(
                                List.copyOf(model.groups()), view.protocols().rows(), List.copyOf(model.claims())));
            }
        }
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** {@code writer} writes what is on screen to files. */
    public void onExport(Exporter writer) {
        exporter = writer;
    }

    /** {@code handler} shows a child, by its index. */
    public void onChild(Consumer<Integer> handler) {
        view.children().onChild(user -> {
            Session.Opened opened = session.openedProperty().get();
            boolean same = opened != null
                    && !model.chosen().isEmpty()
                    && opened.dataset().has(model.chosen().get(0).spec().fingerprint());
            if (same) {
                handler.accept(user);
            } else {
                model.messageProperty().set(texts.get("compare.other.data"));
            }
        });
    }

    /** {@code handler} gets the numbers of the runs that are chosen in the table. */
    public void onPick(Consumer<List<Long>> handler) {
        view.runs().onPick(runs -> {
            wanted = runs.stream().map(StoredRun::id).toList();
            handler.accept(wanted);
        });
    }

    /** Puts the runs of the workspace into the table; those that were chosen stay chosen. */
    public void runs(List<StoredRun> all) {
        // A fit has no figures.
        List<StoredRun> trained = all.stream()
                .filter(r -> r.best().isPresent() && r.fitOf().isEmpty())
                .toList();
        latest = all;
        // The figure of the last epoch changes with every epoch; it is only renewed while the workspace is on screen.
        boolean waits = !view.root().isVisible() && plain(trained).equals(plain(model.runs()));
        if (!waits && !trained.equals(model.runs())) {
            view.runs().replace(trained);
            choose(wanted);
            if (model.metricProperty().get().isEmpty() && !trained.isEmpty()) {
                metricsOf(trained.subList(0, 1));
            }
        }
        if (view.root().isVisible()) {
            renew();
        }
    }

    private static List<List<Object>> plain(List<StoredRun> runs) {
        return runs.stream()
                .map(r -> List.<Object>of(r.id(), r.spec(), r.state(), r.label(), r.best()))
                .toList();
    }

    /** Compares these runs. */
    public void choose(List<Long> ids) {
        wanted = List.copyOf(ids);
        List<StoredRun> now =
                model.runs().stream().filter(r -> ids.contains(r.id())).toList();
        // The order is that of the table, which may be sorted.
        if (now.size() != model.chosen().size() || !model.chosen().containsAll(now)) {
            model.chosen().setAll(now);
        }
    }

    private void chosen() {
        List<Long> now = model.chosen().stream().map(StoredRun::id).toList();
        if (now.equals(compared)) {
            if (view.root().isVisible()) {
                renew();
            }
            return;
        }
        compared = now;
        forget();
        metricsOf(model.chosen());
        compare();
    }

    /** Compares again where anything has changed that the verdict stands on: the chosen runs, or others of their series. */
    private void renew() {
        if (!model.chosen().isEmpty() && !standsOn().equals(basis)) {
            evaluations.forget();
            metricsOf(model.chosen());
            compare();
        }
    }

    /** With the epochs, whose figures stand beside each other while a run trains. */
    private List<Object> standsOn() {
        return List.of(
                Seeds.standingOn(model.chosen(), latest),
                model.chosen().stream().map(StoredRun::last).toList());
    }

    /** Drops what was found for other runs or another metric. */
    private void forget() {
        model.standings().clear();
        model.groups().clear();
        evaluations.forget();
    }

    /** Offers the metrics that all of these have. */
    private void metricsOf(List<StoredRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<String> shared = RunFigures.shared(runs);
        String kept = model.metricProperty().get();
        model.metrics().setAll(shared);
        String first = shared.isEmpty() ? "" : shared.iterator().next();
        model.metricProperty().set(shared.contains(kept) ? kept : first);
    }

    private void compare() {
        showing.stop();
        basis = standsOn();
        List<StoredRun> runs = List.copyOf(model.chosen());
        String metric = model.metricProperty().get();
        if (runs.isEmpty() || metric == null || metric.isEmpty()) {
            comparing.cancel();
            show(Found.NOTHING);
            return;
        }
        Session.Opened opened = session.openedProperty().get();
        comparing.run(
                () -> comparedRuns.find(runs, metric, opened),
                this::show,
                error -> show(Found.apart(runs, List.of(), texts.of(error))));
    }

    private void show(Found found) {
        model.standings().setAll(found.standings());
        model.differences().setAll(found.differences());
        model.headingProperty().set(found.heading());
        model.messageProperty().set(found.message());
        showing.run(List.of(
                () -> model.children().setAll(found.children()),
                () -> model.groups().setAll(found.groups()),
                () -> model.curves().setAll(found.curves())));
    }
}
