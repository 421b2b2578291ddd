package dev.nara.ui.compare;

import dev.nara.analysis.ProtocolStudy;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.UserGroups;
import dev.nara.chart.CurveOptions;
import dev.nara.chart.RunComparison;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.interchange.HtmlReport;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.compare.CompareModel.Child;
import dev.nara.ui.compare.CompareModel.Difference;
import dev.nara.ui.compare.CompareModel.Row;
import dev.nara.ui.compare.CompareModel.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Holds stored runs against each other: verdicts, curves, settings, children, groups of children, protocols. */
public final class CompareController {
    private static final int MOST_WARNINGS = 3;

    private final Services services;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final CompareModel model = new CompareModel();
    private final CompareView view;
    private final AtomicInteger request = new AtomicInteger();
    private final AtomicInteger evaluations = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private List<RunComparison.Curve> curves = List.of();
    private List<StoredRun> latest = List.of();
    private List<Long> compared = List.of();
    private @Nullable Data data;

    /** Writes what is on screen to files. */
    public interface Exporter {
        /** The run table, a row a run, the first names the columns. */
        void table(List<List<String>> rows);

        /** The comparison of some runs as a page. */
        void report(List<StoredRun> runs, String metric, HtmlReport.Details details);
    }

    /** The data of a run, read once for all that share it. */
    private record Data(String path, Recipe recipe, Prepared prepared) {}

    /** For the window's workspace and session. */
    public CompareController(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser masks,
            Exporter exporter) {
        this.services = services;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.theme = theme;
        this.view = new CompareView(model, texts, theme, masks, new Requests(exporter));
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> chosen());
        model.metricProperty().addListener((o, was, is) -> {
            forget();
            compare();
        });
        texts.localeProperty().addListener((o, was, is) -> compare());
        theme.addListener((o, was, is) -> draw());
        view.root().visibleProperty().addListener((o, was, is) -> {
            if (is) {
                runs(latest);
            }
        });
    }

    /** What people ask for in the view. */
    private final class Requests implements CompareView.Requests {
        private final Exporter exporter;

        Requests(Exporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public void evaluate() {
            CompareController.this.evaluate();
        }

        @Override
        public void groupItems() {
            CompareController.this.groupItems();
        }

        @Override
        public void judge(List<StoredRun> bests) {
            CompareController.this.judge(bests);
        }

        @Override
        public void table() {
            exporter.table(rows());
        }

        @Override
        public void report() {
            exporter.report(
                    List.copyOf(model.chosen()),
                    model.metricProperty().get(),
                    new HtmlReport.Details(List.copyOf(model.slices()), protocolRows(), List.copyOf(model.claims())));
        }
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** Who shows a child, by its index. */
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

    /** Who hears of runs that are chosen in the table, by their numbers. */
    public void onPick(Consumer<List<Long>> handler) {
        view.runs()
                .onPick(runs -> handler.accept(runs.stream().map(StoredRun::id).toList()));
    }

    /** The figures under several protocols as they are on screen. */
    private List<List<String>> protocolRows() {
        return view.protocolRows();
    }

    private List<List<String>> rows() {
        return view.runs().rows();
    }

    /** Puts the runs of the workspace into the table; what was chosen stays so. */
    public void runs(List<StoredRun> all) {
        List<StoredRun> trained = all.stream().filter(r -> r.best().isPresent()).toList();
        latest = trained;
        // The figure of the last epoch changes with every epoch; it is shown when somebody looks.
        boolean waits = !view.root().isVisible() && plain(trained).equals(plain(model.runs()));
        if (!waits && !trained.equals(model.runs())) {
            List<Long> kept = model.chosen().stream().map(StoredRun::id).toList();
            view.runs().replace(trained);
            choose(kept);
            if (model.metricProperty().get().isEmpty() && !trained.isEmpty()) {
                metricsOf(trained.subList(0, 1));
            }
        }
    }

    private static List<List<Object>> plain(List<StoredRun> runs) {
        return runs.stream()
                .map(r -> List.<Object>of(r.id(), r.spec(), r.state(), r.label(), r.best()))
                .toList();
    }

    /** Compares these runs. */
    public void choose(List<Long> ids) {
        List<StoredRun> now =
                model.runs().stream().filter(r -> ids.contains(r.id())).toList();
        // The order is that of the table, which may be sorted.
        if (now.size() != model.chosen().size() || !model.chosen().containsAll(now)) {
            model.chosen().setAll(now);
        }
    }

    /** Takes away what was found of other runs or by another metric. */
    private void forget() {
        model.standings().clear();
        model.slices().clear();
        model.protocols().clear();
        model.claims().clear();
        evaluations.incrementAndGet();
    }

    private void chosen() {
        List<Long> now = model.chosen().stream().map(StoredRun::id).toList();
        if (now.equals(compared)) {
            return;
        }
        compared = now;
        forget();
        metricsOf(model.chosen());
        compare();
    }

    /** The metrics that all of these have. */
    private void metricsOf(List<StoredRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<String> shared = new LinkedHashSet<>(metrics(runs.get(0)));
        runs.forEach(run -> shared.retainAll(metrics(run)));
        String kept = model.metricProperty().get();
        model.metrics().setAll(shared);
        String first = shared.isEmpty() ? "" : shared.iterator().next();
        model.metricProperty().set(shared.contains(kept) ? kept : first);
    }

    private static Set<String> metrics(StoredRun run) {
        return run.best().map(best -> best.metrics().keySet()).orElse(Set.of());
    }

    /** What a comparison found, computed off the JavaFX thread. */
    private record Found(
            List<Standing> standings,
            List<Difference> differences,
            List<RunComparison.Curve> curves,
            List<Child> children,
            List<UserGroups.Gap> slices,
            String lacking,
            String problem) {
        static Found nothing(List<Difference> differences, List<RunComparison.Curve> curves, String problem) {
            return new Found(List.of(), differences, curves, List.of(), List.of(), "", problem);
        }
    }

    private void compare() {
        int mine = request.incrementAndGet();
        List<StoredRun> runs = List.copyOf(model.chosen());
        String metric = model.metricProperty().get();
        if (runs.isEmpty() || metric == null || metric.isEmpty()) {
            show(Found.nothing(List.of(), List.of(), ""));
            return;
        }
        Session.Opened opened = session.openedProperty().get();
        jobs.run(
                () -> mine == request.get() ? find(runs, metric, opened) : null,
                found -> {
                    if (found != null && mine == request.get()) {
                        show(found);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        show(Found.nothing(differences(runs), List.of(), texts.of(error)));
                    }
                });
    }

    private void show(Found found) {
        model.standings().setAll(found.standings);
        model.differences().setAll(found.differences);
        model.messageProperty().set(found.problem);
        curves = found.curves;
        int mine = request.get();
        Jobs.inTurn(
                List.of(
                        () -> model.children().setAll(found.children),
                        () -> {
                            model.lacking(found.lacking);
                            model.slices().setAll(found.slices);
                        },
                        this::draw),
                () -> mine == request.get());
    }

    private void draw() {
        if (curves.isEmpty()) {
            view.showNoCurves();
        } else {
            view.showCurves(new CrosshairChart(
                    RunComparison.of(
                            curves,
                            model.metricProperty().get(),
                            theme.get().palette(),
                            texts.locale(),
                            CurveOptions.USUAL),
                    theme.get().palette(),
                    texts));
        }
    }

    /** What can be found; where a part cannot, the others are there all the same, and the reason. */
    private Found find(List<StoredRun> runs, String metric, Session.@Nullable Opened opened) throws DataException {
        SettingsComparison contest;
        try {
            contest = SettingsComparison.of(store, services.algorithms(), runs, metric);
        } catch (DataException e) {
            List<RunComparison.Curve> drawn = new ArrayList<>();
            for (StoredRun run : runs) {
                drawn.add(RunComparison.Curve.of(store, run, run.title(), ""));
            }
            return Found.nothing(differences(runs), drawn, texts.of(e));
        }
        List<RunComparison.Curve> drawn = RunComparison.curves(contest, store);
        String warnings = SettingsComparison.warnings(runs).stream()
                .map(texts::of)
                .limit(MOST_WARNINGS)
                .collect(Collectors.joining("  "));
        List<Standing> standings = standings(contest);
        if (contest.contenders().size() < 2) {
            return new Found(standings, differences(runs), drawn, List.of(), List.of(), "", warnings);
        }
        Significance.Group a = contest.contenders().get(0).group();
        Significance.Group b = contest.contenders().get(1).group();
        try {
            PreparedRun preparedRun =
                    preparedRun(contest.contenders().get(0).runs().get(0), opened);
            return new Found(
                    standings,
                    differences(runs),
                    drawn,
                    children(preparedRun, a.byUser(), b.byUser()),
                    UserGroups.gaps(preparedRun, metric, a, b),
                    contest.gaps().get(0).lacking(),
                    warnings);
        } catch (DataException e) {
            return new Found(standings, differences(runs), drawn, List.of(), List.of(), "", texts.of(e));
        }
    }

    private List<Standing> standings(SettingsComparison contest) {
        List<SettingsComparison.Gap> gaps = contest.gaps();
        List<Standing> standings = new ArrayList<>();
        for (int n = 0; n < contest.contenders().size(); n++) {
            SettingsComparison.Contender contender = contest.contenders().get(n);
            Significance.Comparison c = n == 0 ? null : gaps.get(n - 1).comparison();
            standings.add(new Standing(
                    contender.runs().stream().map(StoredRun::id).toList(),
                    contender.title(),
                    contender.runs().get(0).spec().algorithm(),
                    contender.runs().size(),
                    contender.group().mean(),
                    contender.group().deviation(),
                    c == null ? Double.NaN : -c.difference(),
                    c == null ? Double.NaN : -c.high(),
                    c == null ? Double.NaN : -c.low(),
                    c == null ? Double.NaN : gaps.get(n - 1).corrected(),
                    c == null || c.bySeeds() == 0 ? Double.NaN : c.bySeeds() / (c.bySeeds() + c.byUsers()),
                    c == null ? Double.NaN : c.tTest(),
                    c == null ? Double.NaN : c.wilcoxon(),
                    c == null
                            ? "★ " + texts.get("verdict.best")
                            : Verdicts.words(
                                    texts,
                                    gaps.get(n - 1).verdict(),
                                    gaps.get(n - 1).words())));
        }
        return standings;
    }

    private static List<Difference> differences(List<StoredRun> runs) {
        return SettingsComparison.differences(runs).entrySet().stream()
                .map(e -> new Difference(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Child> children(PreparedRun preparedRun, double[] a, double[] b) {
        Dataset dataset = preparedRun.dataset();
        int[] users = preparedRun.evaluator().users();
        List<Child> children = new ArrayList<>();
        for (int n = 0; n < users.length; n++) {
            int user = users[n];
            String words = dataset.userAttributes().words(user);
            children.add(new Child(user, dataset.users().id(user), words, a[n], b[n]));
        }
        children.sort(Comparator.comparingDouble(Child::difference));
        return children;
    }

    /** A run's settings on its data, which is read only if it is neither open nor was read for the last comparison. */
    private PreparedRun preparedRun(StoredRun run, Session.@Nullable Opened opened) throws DataException {
        return services.preparedRun(run, data(run, opened));
    }

    private synchronized Prepared data(StoredRun run, Session.@Nullable Opened opened) throws DataException {
        if (opened != null && opened.isOf(run.spec())) {
            return opened.prepared();
        }
        Data known = data;
        if (known == null
                || !known.path.equals(run.spec().data())
                || !known.recipe.equals(run.spec().recipe())) {
            known = new Data(run.spec().data(), run.spec().recipe(), services.data(run, Progress.NONE));
            data = known;
        }
        return known.prepared;
    }

    /** Evaluates the chosen runs under every protocol that their data allows. */
    private void evaluate() {
        int mine = evaluations.incrementAndGet();
        List<StoredRun> runs = List.copyOf(model.chosen());
        String metric = model.metricProperty().get();
        Session.Opened opened = session.openedProperty().get();
        model.evaluatingProperty().set(true);
        jobs.run(
                () -> protocols(runs, metric, opened, mine),
                found -> {
                    model.evaluatingProperty().set(false);
                    if (mine == evaluations.get()) {
                        model.claims().setAll(found.claims);
                        model.protocols().setAll(found.rows);
                    }
                },
                error -> evaluationFailed(error, mine));
    }

    /** Adds to the groups of children those of the albums they are to find. */
    private void groupItems() {
        int mine = evaluations.incrementAndGet();
        List<StoredRun> runs = List.copyOf(model.chosen());
        List<UserGroups.Gap> ofUsers = model.slices().stream()
                .filter(gap -> !gap.slice().startsWith("item."))
                .toList();
        String metric = model.metricProperty().get();
        Session.Opened opened = session.openedProperty().get();
        model.evaluatingProperty().set(true);
        jobs.run(
                () -> {
                    SettingsComparison contest = SettingsComparison.of(store, services.algorithms(), runs, metric);
                    Prepared prepared = data(contest.contenders().get(0).runs().get(0), opened);
                    return contest.withItems(services, store, prepared, ofUsers, (done, total) -> {
                        if (mine != evaluations.get()) {
                            throw new CancellationException();
                        }
                    });
                },
                found -> {
                    model.evaluatingProperty().set(false);
                    if (mine == evaluations.get()) {
                        model.slices().setAll(found);
                    }
                },
                error -> evaluationFailed(error, mine));
    }

    private void evaluationFailed(Throwable error, int mine) {
        model.evaluatingProperty().set(false);
        if (mine == evaluations.get() && !(error instanceof CancellationException)) {
            model.messageProperty().set(texts.of(error));
        }
    }

    /** Says what separates the best runs of a setting's values, each with its other seeds. */
    private void judge(List<StoredRun> bests) {
        int mine = judged.incrementAndGet();
        model.bestsProperty().set(Map.of());
        String metric = model.metricProperty().get();
        if (bests.size() < 2) {
            return;
        }
        List<StoredRun> all = List.copyOf(model.runs());
        jobs.run(
                () -> {
                    if (mine != judged.get()) {
                        return Map.<Long, String>of();
                    }
                    List<StoredRun> seeds = all.stream()
                            .filter(run -> bests.stream().anyMatch(best -> SettingsComparison.sameSetting(run, best)))
                            .toList();
                    Map<Long, String> words = new HashMap<>();
                    for (Standing standing :
                            standings(SettingsComparison.of(store, services.algorithms(), seeds, metric))) {
                        standing.runs().forEach(run -> words.put(run, standing.verdict()));
                    }
                    return words;
                },
                words -> {
                    if (mine == judged.get()) {
                        model.bestsProperty().set(words);
                    }
                },
                // Runs of several splits, or a metric of all lists together: then there is nothing to say.
                error -> {});
    }

    /** What the protocols show, computed off the JavaFX thread. */
    private record Lenses(List<Row> rows, List<ProtocolStudy.Claim> claims) {}

    private Lenses protocols(List<StoredRun> runs, String metric, Session.@Nullable Opened opened, int mine)
            throws DataException {
        CutoffMetric compared = CutoffMetric.parse(metric).get(0);
        List<CutoffMetric> metrics = new ArrayList<>(List.of(compared));
        List<CutoffMetric> lengths = compared.atCutoffs();
        lengths.stream().filter(m -> !m.name().equals(compared.name())).forEach(metrics::add);
        List<List<ProtocolStudy.View>> ofRuns = new ArrayList<>();
        for (StoredRun run : runs) {
            Services.Reopened reopened = services.reopen(store, run, data(run, opened));
            ProtocolStudy lens = new ProtocolStudy(reopened.preparedRun(), List.of(), metrics);
            List<ProtocolStudy.View> views = lens.views(reopened.recommender(), (done, total) -> {
                if (mine != evaluations.get()) {
                    throw new CancellationException();
                }
            });
            ofRuns.add(views.stream().map(view -> view.only(metric)).toList());
        }
        List<List<ProtocolStudy.View>> common = ProtocolStudy.common(ofRuns);
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < common.get(0).size(); p++) {
            int place = p;
            List<ProtocolStudy.View> views =
                    common.stream().map(of -> of.get(place)).toList();
            ProtocolStudy.View seen = views.get(0);
            double tau = p == 0 || runs.size() < 2 ? Double.NaN : ProtocolStudy.kendall(common, p, metric);
            rows.add(new Row(
                    seen.protocol().spec(),
                    seen.protocol().sampled(),
                    seen.evaluator().users().length,
                    views.stream().map(v -> v.evaluation().mean(metric)).toList(),
                    views.stream()
                            .map(v -> v.overDraws().getOrDefault(metric, Double.NaN))
                            .toList(),
                    tau,
                    views.stream()
                            .map(v -> lengths.stream()
                                    .map(m -> v.evaluation().mean(m.name()))
                                    .toList())
                            .toList()));
        }
        return new Lenses(
                rows,
                compared.ofAllLists() ? List.of() : ProtocolStudy.claims(services.algorithms(), runs, common, metric));
    }
}
