package dev.nara.ui.data;

import dev.nara.chart.ProfileCharts;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.data.Profile;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.run.Workbench;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.data.DataModel.Fact;
import dev.nara.ui.data.DataModel.FirstRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Opens datasets and fills the Data workspace. A newer request to open replaces an older one. */
public final class DataController {
    private static final int FIRST_ROWS = 500;

    private final Workbench workbench;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final DataModel model = new DataModel();
    private final DataView view;
    private final AtomicInteger request = new AtomicInteger();
    private final FxPump<Double> progress = new FxPump<>(shares -> showProgress(shares.get(shares.size() - 1)));

    /** For the window's session. */
    public DataController(
            Workbench workbench, Session session, Jobs jobs, Texts texts, ObjectProperty<Theme> theme, Runnable open) {
        this.workbench = workbench;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.theme = theme;
        this.view = new DataView(model, texts, open, this::open);
        session.openedProperty().addListener((o, was, is) -> show(is));
        texts.localeProperty()
                .addListener((o, was, is) -> show(session.openedProperty().get()));
        theme.addListener((o, was, is) -> show(session.openedProperty().get()));
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** Opens the dataset at the path. */
    public void open(Path path) {
        open(path, opened -> {});
    }

    /** Opens the dataset at the path, then goes on. */
    public void open(Path path, Consumer<Opened> next) {
        int mine = request.incrementAndGet();
        model.loadingProperty().set(true);
        model.progressProperty().set(-1);
        jobs.run(
                () -> read(path, mine),
                opened -> {
                    if (mine == request.get()) {
                        model.loadingProperty().set(false);
                        session.modelProperty().set(null);
                        session.openedProperty().set(opened);
                        next.accept(opened);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        model.loadingProperty().set(false);
                        view.failed(error);
                    }
                });
    }

    private Opened read(Path path, int mine) throws Exception {
        Recipe recipe = RecipeFile.find(path).orElse(Recipe.USUAL);
        Prepared prepared = workbench.open(path, recipe, (done, total) -> {
            if (mine != request.get()) {
                throw new CancellationException();
            }
            progress.offer(done / (double) Math.max(1, total));
        });
        return Opened.of(prepared);
    }

    private void showProgress(double share) {
        model.progressProperty().set(share < 1 ? share : -1);
    }

    /** What to do with an error. */
    public void onError(Consumer<Throwable> handler) {
        view.onError(handler);
    }

    private void show(@Nullable Opened opened) {
        if (opened == null) {
            return;
        }
        model.facts().setAll(facts(opened));
        model.findings()
                .setAll(opened.quality().stream()
                        .map(f -> texts.of(Text.of("finding." + f.id(), Numbers.grouped(f.count()))))
                        .toList());
        ProfileCharts charts = new ProfileCharts(theme.get().palette(), texts.locale());
        view.show(
                opened.dataset().name(), charts.historyLengths(opened.profile()), charts.popularity(opened.profile()));
        jobs.run(() -> firstRows(opened.dataset()), model.rows()::setAll);
    }

    private static List<Fact> facts(Opened opened) {
        Dataset dataset = opened.dataset();
        Profile profile = opened.profile();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("profile.source", dataset.path() + " (" + dataset.format() + ")"),
                new Fact("profile.users", Numbers.grouped(dataset.users().size())),
                new Fact("profile.items", Numbers.grouped(dataset.items().size())),
                new Fact("profile.watched", Numbers.grouped(profile.watchedItems())),
                new Fact("profile.rows", Numbers.grouped(profile.rows())),
                new Fact("profile.pairs", Numbers.grouped(profile.distinctPairs())),
                new Fact("profile.density", Numbers.percent(profile.density(), 3)),
                new Fact("profile.repeats", Numbers.percent(profile.repeatShare(), 1)),
                new Fact("profile.head", Numbers.percent(profile.headShare(), 1))));
        if (!profile.period().isEmpty()) {
            facts.add(new Fact("profile.period", profile.period()));
        }
        return facts;
    }

    private static List<FirstRow> firstRows(Dataset dataset) {
        Interactions rows = dataset.interactions();
        List<FirstRow> first = new ArrayList<>();
        for (int u = 0; u < rows.users() && first.size() < FIRST_ROWS; u++) {
            for (int r = rows.start(u); r < rows.end(u) && first.size() < FIRST_ROWS; r++) {
                int item = rows.item(r);
                String time = dataset.clock()
                        ? LogTime.toDateTime(rows.time(r)).toString().replace('T', ' ')
                        : Long.toString(rows.time(r));
                first.add(new FirstRow(
                        dataset.users().id(u),
                        time,
                        dataset.items().id(item),
                        dataset.title(item),
                        dataset.itemAttributes().text("genre_mid", item)));
            }
        }
        return first;
    }
}
