package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.ShownBaselines;
import dev.nara.interchange.ReportDetails;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.PieceByPiece;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.compare.ComparedRuns.Found;
import dev.nara.ui.compare.ComparedRuns.OfPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Compares stored runs: the verdict, every setting against the best, the differing settings, who gains, and other protocols. */
public final class CompareController {
    private static final Set<String> NOTED = Set.of("compare.lost", "compare.again");

    private final Session session;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final CompareModel model = new CompareModel();
    private final CompareView view;
    private final ComparedRuns comparedRuns;
    private final Evaluations evaluations;
    private final Latest comparing;
    private final Latest pairing;
    private final ValueVerdicts values;
    private final ComparedChoice choice;
    /** Kept in a field because its listener is only weakly referenced. */
    private final ObservableList<Long> charted;

    private final WhenVisible renewing;
    private final PieceByPiece showing = new PieceByPiece();
    private List<Object> basis = List.of();

    private @Nullable Found found;
    private @Nullable Exporter exporter;
    private BiConsumer<StoredRun, Integer> seeds = (run, number) -> {};
    private Consumer<List<Long>> picked = ids -> {};

    /** Writes the comparison on screen to files. */
    public interface Exporter {
        /** The run table: a row per run, after a row of column names. */
        void table(List<List<String>> rows);

        /** The comparison of runs as a page. */
        void report(List<StoredRun> runs, String metric, ReportDetails details);
    }

    /** For the window's workspace and session. */
    public CompareController(ScreenContext shared) {
        Services services = shared.services();
        RunStore store = shared.store();
        Jobs jobs = shared.frame().jobs();
        this.session = shared.session();
        this.texts = shared.frame().texts();
        this.pseudonymiser = shared.pseudonymiser();
        RunData data = new RunData(services);
        this.comparedRuns = new ComparedRuns(services, store, data);
        this.evaluations = new Evaluations(services, store, session, jobs, texts, model, data);
        this.comparing = new Latest(jobs);
        this.pairing = new Latest(jobs);
        this.values = new ValueVerdicts(services, store, jobs, model);
        this.choice = new ComparedChoice(services.algorithms(), model, session.charted());
        this.view = new CompareView(model, shared.frame(), shared.pseudonymiser(), session.charted(), new Requests());
        this.renewing = new WhenVisible(view.root().visibleProperty(), this::renew);
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> renewing.due());
        model.metricProperty().addListener((o, was, is) -> again());
        model.baselinesProperty().addListener((o, was, is) -> again());
        charted = session.charted().runs();
        charted.addListener((ListChangeListener<Long>) change -> choice.renew());
        view.root().visibleProperty().addListener((o, was, is) -> {
            if (is) {
                runs(choice.all());
            } else if (pairing.underWay()) {
                pairing.cancel();
                again();
            }
        });
    }

    /** Handles the requests of the view. */
    private final class Requests implements CompareRequests {
        @Override
        public void evaluate() {
            evaluations.protocols();
        }

        @Override
        public void stop() {
            evaluations.stop();
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
        public void pair(List<ComparedRow> rows) {
            if (found != null && !rows.isEmpty()) {
                CompareController.this.pair(found, rows.size() == 1 ? beside(rows.get(0)) : rows);
            }
        }

        @Override
        public void seeds(ComparedRow row) {
            seeds.accept(model.lacking(row).runs().get(0), row.seedsWanted());
        }

        @Override
        public long underWay(ComparedRow row) {
            return row.seedsWanted() == 0
                    ? 0
                    : choice.underWay(model.lacking(row).runs().get(0));
        }

        @Override
        public void lastTwo() {
            List<Long> two = model.runs().stream().map(StoredRun::id).limit(2).toList();
            choose(two);
            picked.accept(two);
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
                        List.copyOf(model.chosen()), model.metricProperty().get(), details());
            }
        }
    }

    /** The details of a report, apart from the verdicts; it shows as much about children as the screen does. */
    private ReportDetails details() {
        return new ReportDetails(
                model.pairProperty().get().stream().map(ComparedRow::number).toList(),
                List.copyOf(model.groups()),
                Optional.ofNullable(model.gainsProperty().get()),
                model.children().stream()
                        .map(child ->
                                new ReportDetails.Child(pseudonymiser.user(child.id()), child.first(), child.second()))
                        .toList(),
                view.protocols().rows(),
                List.copyOf(model.claims()));
    }

    /** The pair for a selected row: the reference and the row; for the reference, it and the next row. */
    private List<ComparedRow> beside(ComparedRow row) {
        List<ComparedRow> all = model.rows();
        ComparedRow reference = all.stream()
                .filter(other -> other.kind() == ComparedRow.Kind.REFERENCE)
                .findFirst()
                .orElse(all.get(0));
        Optional<ComparedRow> next =
                all.stream().filter(other -> !other.equals(row)).findFirst();
        List<ComparedRow> first = next.map(other -> List.of(row, other)).orElse(List.of(row));
        return row.equals(reference) ? first : List.of(reference, row);
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** {@code writer} writes the comparison on screen to files. */
    public void onExport(Exporter writer) {
        exporter = writer;
    }

    /** {@code handler} queues runs with a run's settings and a number of further seeds. */
    public void onSeeds(BiConsumer<StoredRun, Integer> handler) {
        seeds = handler;
    }

    /** {@code handler} shows a child, given its index. */
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

    /** {@code handler} gets the numbers of the runs that are selected here. */
    public void onPick(Consumer<List<Long>> handler) {
        picked = handler;
        view.runs().onPick(runs -> {
            List<Long> ids = runs.stream().map(StoredRun::id).toList();
            choose(ids);
            handler.accept(ids);
        });
    }

    /** Updates the runs in the table; the selection is kept. */
    public void runs(List<StoredRun> all) {
        boolean visible = view.root().isVisible();
        choice.runs(all, visible, view.runs()::replace);
        if (model.metricProperty().get().isEmpty() && !model.runs().isEmpty()) {
            metricsOf(model.runs().subList(0, 1));
        }
        view.renewRows();
        renewing.due();
    }

    /** Compares these runs, and those on the charts. */
    public void choose(List<Long> ids) {
        choice.choose(ids);
    }

    /** Compares again if facts behind the verdict have changed, in the selected runs or in others of their series. */
    private void renew() {
        List<Object> now = choice.basis();
        if (!now.equals(basis)) {
            basis = now;
            evaluations.forget();
            metricsOf(model.chosen());
            compare();
        }
    }

    /** Compares the same runs again, after a change of metric or baselines. */
    private void again() {
        basis = List.of();
        renewing.due();
    }

    /** Offers the metrics that all of these runs have. */
    private void metricsOf(List<StoredRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<String> shared = RunFigures.shared(runs);
        String kept = model.metricProperty().get();
        if (!List.copyOf(shared).equals(List.copyOf(model.metrics()))) {
            model.metrics().setAll(shared);
        }
        String first = shared.isEmpty() ? "" : shared.iterator().next();
        model.metricProperty().set(shared.contains(kept) ? kept : first);
    }

    private void compare() {
        showing.stop();
        pairing.cancel();
        List<StoredRun> runs = List.copyOf(model.chosen());
        String metric = model.metricProperty().get();
        if (runs.isEmpty() || metric == null || metric.isEmpty()) {
            comparing.cancel();
            clear(null);
            return;
        }
        model.computingProperty().set(true);
        ShownBaselines baselines = model.baselinesProperty().get() ? ShownBaselines.ALL : ShownBaselines.BEST;
        comparing.run(() -> comparedRuns.find(runs, metric, baselines), this::show, this::clear);
    }

    private void clear(@Nullable Throwable why) {
        found = null;
        showUsers(null);
        model.failureProperty().set(why);
        model.comparisonProperty().set(Optional.empty());
        model.rows().clear();
        model.saidProperty().set(SaidVerdict.NOTHING);
        model.pairProperty().set(List.of());
        model.messageProperty().set("");
        model.computingProperty().set(false);
    }

    private void show(Found now) {
        found = now;
        model.failureProperty().set(null);
        pair(now, now.pair(choice.wanted()));
    }

    /** Shows the verdict on two rows first and then who gains, which takes longer. */
    private void pair(Found of, List<ComparedRow> rows) {
        Session.Opened opened = session.openedProperty().get();
        model.computingProperty().set(true);
        pairing.run(
                () -> comparedRuns.verdict(of, rows),
                verdict -> {
                    model.comparisonProperty().set(Optional.of(of.comparison()));
                    model.messageProperty().set(notes(of));
                    model.saidProperty().set(verdict.said());
                    if (!model.rows().equals(of.rows())) {
                        model.rows().setAll(of.rows());
                    }
                    model.pairProperty().set(rows);
                    model.computingProperty().set(false);
                    showUsers(null);
                    pairing.run(() -> comparedRuns.users(verdict, of, opened), this::showUsers, this::clear);
                },
                this::clear);
    }

    private String notes(Found of) {
        Stream<String> notes = of.comparison().notes().stream()
                .filter(note -> NOTED.contains(note.key()))
                .map(texts::of);
        Stream<String> shares = of.comparison().standings().stream()
                .flatMap(standing -> standing.contender().share().stream()
                        .map(share -> texts.get("compare.share", standing.number(), share)));
        return Stream.concat(shares, notes).collect(Collectors.joining("  "));
    }

    private void showUsers(@Nullable OfPair of) {
        model.gainsProperty().set(of == null ? null : of.gains().orElse(null));
        Optional.ofNullable(of).flatMap(OfPair::missing).ifPresent(why -> model.messageProperty()
                .set(texts.of(why)));
        model.groups().setAll(of == null ? List.of() : of.groups());
        showing.run(List.of(() -> model.children().setAll(of == null ? List.of() : of.children())));
    }
}
