package dev.nara.ui.data;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Distribution;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Derived;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.UnknownFormatException;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.Candidates;
import dev.nara.interchange.DatasetFiles;
import dev.nara.run.TimeLeft;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import dev.nara.store.Services;
import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.data.DataModel.Attribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Opens datasets, prepares them and tries splits. A newer request replaces an older one of its kind. */
public final class DataController implements DataView.Requests {
    private static final int VALUES = 5;

    private final Services services;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final Surroundings around;
    private final DataModel model = new DataModel();
    private final DataView view;
    private final ProfilePane profile;
    private final RowsPane rows;
    private final QualityPane quality;
    private final PreparationPane preparation;
    private final CutPane cut;
    private final AtomicInteger request = new AtomicInteger();
    private final AtomicInteger cutRequest = new AtomicInteger();
    /** The rows whose preparation was last put into the form. */
    private @Nullable Dataset filled;

    private final FxPump<Reading> progress = new FxPump<>(all -> showProgress(all.get(all.size() - 1)));

    /** What the workspace asks of the window: to choose a path, a file to write, to show an error or a message. */
    public interface Surroundings {
        /** Lets people choose a folder to open. */
        void choose();

        /** Lets people say what an unknown file is. */
        void identify(Path path);

        /** Remembers what was opened. */
        void opened(Path path);

        /** A file to write, with a proposed name. */
        Optional<Path> save(String name);

        /** A folder to write into. */
        Optional<Path> folder();

        /** Shows what went wrong. */
        void failed(Throwable error);

        /** Says what was done. */
        void say(String text);
    }

    private record Reading(int request, double share, double secondsLeft) {}

    /** For the window's session. */
    public DataController(
            Services services,
            Session session,
            Jobs jobs,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser masks,
            Surroundings around) {
        this.services = services;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.around = around;
        profile = new ProfilePane(model, texts, theme, this::decode);
        rows = new RowsPane(model, texts, masks);
        quality = new QualityPane(model, texts, masks, this::repair);
        preparation = new PreparationPane(model, texts, this::prepare, this::saveRecipe, this::export);
        cut = new CutPane(model, texts, this::describeSplit, this::freeze);
        view = new DataView(model, texts, this);
        view.page("profile", profile);
        view.page("quality", quality);
        view.page("prepare", preparation);
        view.page("split", cut);
        view.page("attributes", new AttributesPane(model, texts, theme));
        view.page("rows", rows);
        session.openedProperty().addListener((o, was, is) -> show(is));
        texts.localeProperty()
                .addListener((o, was, is) -> show(session.openedProperty().get()));
        theme.addListener((o, was, is) -> show(session.openedProperty().get()));
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** Shows one of the workspace's tabs, from 0. */
    public void tab(int place) {
        view.tab(place);
    }

    @Override
    public void choose() {
        around.choose();
    }

    @Override
    public void cancel() {
        request.incrementAndGet();
        model.loadingProperty().set(false);
    }

    @Override
    public void open(Path path) {
        open(path, null);
    }

    private void decode(String encoding) {
        Opened open = session.openedProperty().get();
        if (open != null && !model.loadingProperty().get()) {
            Recipe recipe = open.prepared().recipe();
            if (!recipe.encoding().equals(encoding)) {
                open(open.dataset().path(), recipe.read(recipe.format(), encoding));
            }
        }
    }

    /** Opens the dataset at the path as the recipe says; without one, as the recipe beside it, or as usual. */
    public void open(Path path, @Nullable Recipe recipe) {
        int mine = request.incrementAndGet();
        model.loadingProperty().set(true);
        model.progressProperty().set(-1);
        model.timeLeftProperty().set("");
        jobs.run(
                () -> read(path, recipe, mine),
                opened -> {
                    if (mine == request.get()) {
                        model.loadingProperty().set(false);
                        around.opened(path);
                        become(opened);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        model.loadingProperty().set(false);
                        unread(path, error);
                    }
                });
    }

    private void unread(Path path, Throwable error) {
        if (error instanceof UnknownFormatException) {
            around.identify(path);
        } else {
            around.failed(error);
        }
    }

    private Opened read(Path path, @Nullable Recipe given, int mine) throws DataException {
        Recipe recipe = given == null ? RecipeFile.find(path).orElse(Recipe.USUAL) : given;
        TimeLeft left = new TimeLeft();
        left.begin(0, System.nanoTime());
        Prepared prepared = services.open(path, recipe, (done, total) -> {
            if (mine != request.get()) {
                throw new CancellationException();
            }
            left.at(done, System.nanoTime());
            progress.offer(
                    new Reading(mine, done / (double) Math.max(1, total), left.seconds((double) (total - done))));
        });
        return Opened.of(prepared);
    }

    private void showProgress(Reading reading) {
        if (reading.request() == request.get()) {
            boolean last = reading.share() >= 1;
            model.progressProperty().set(last ? -1 : reading.share());
            boolean known = !last && Double.isFinite(reading.secondsLeft());
            model.timeLeftProperty()
                    .set(known ? texts.get("data.time.left", Numbers.duration(reading.secondsLeft())) : "");
        }
    }

    private void become(Opened opened) {
        session.modelProperty().set(null);
        session.openedProperty().set(opened);
    }

    private void repair(List<String> ids) {
        prepare(preparation.with(ids));
    }

    /** Prepares the rows that are open in another way; on an error the form keeps what was typed. */
    private void prepare(Preparation wanted) {
        Opened open = session.openedProperty().get();
        if (open == null
                || model.loadingProperty().get()
                || wanted.equals(open.prepared().recipe().preparation())) {
            return;
        }
        int mine = request.incrementAndGet();
        Recipe recipe = open.prepared().recipe().with(wanted);
        jobs.run(
                () -> {
                    if (mine != request.get()) {
                        throw new CancellationException();
                    }
                    return open.with(Preparing.apply(open.prepared().raw(), recipe));
                },
                opened -> {
                    if (mine == request.get()) {
                        become(opened);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        quality.applied(open.prepared().recipe().preparation().repairs());
                        preparation.wrong(texts.of(error));
                    }
                });
    }

    private void saveRecipe() {
        Opened open = session.openedProperty().get();
        if (open != null) {
            Path file = RecipeFile.beside(open.dataset().path());
            jobs.run(
                    () -> {
                        RecipeFile.write(file, open.prepared().recipe());
                        return file;
                    },
                    written -> around.say(texts.get("cli.data.recipe", written)));
        }
    }

    /** Writes the prepared data as RecBole's files, uncut. */
    private void export() {
        Opened open = session.openedProperty().get();
        Optional<Path> folder = open == null ? Optional.empty() : around.folder();
        if (open != null && folder.isPresent()) {
            jobs.run(
                    () -> {
                        boolean cut = open.dataset().given() != null;
                        DatasetFiles.check(folder.get(), open.dataset(), "recbole", cut);
                        Split given = cut ? Splits.split(open.dataset(), "given", 1) : null;
                        DatasetFiles.recBole(folder.get(), open.dataset(), given);
                        return folder.get();
                    },
                    written -> around.say(texts.get("export.done", written)));
        }
    }

    private record Cut(long seed, Split split, Candidates candidates, Dataset described) {}

    private Cut cut(Dataset dataset, List<String> derive, Map<String, String> values) throws DataException {
        long seed = Long.parseLong(values.getOrDefault("split_seed", "1"));
        Split split = Splits.split(dataset, values.getOrDefault("split", ""), seed);
        return new Cut(
                seed,
                split,
                CandidateRules.candidates(dataset, split, values.getOrDefault("candidates", ""), seed),
                Derived.apply(dataset, split.train(), derive));
    }

    private void describeSplit() {
        Opened open = session.openedProperty().get();
        if (open == null) {
            return;
        }
        int mine = cutRequest.incrementAndGet();
        Map<String, String> values = cut.values();
        List<String> derive = open.prepared().recipe().preparation().derive();
        jobs.run(
                () -> facts(cut(open.dataset(), derive, values)),
                shown -> {
                    if (mine == cutRequest.get()) {
                        model.split().setAll(shown.facts());
                        model.splitWarningProperty().set(shown.warning());
                        model.attributes().setAll(shown.attributes());
                    }
                },
                error -> {
                    if (mine == cutRequest.get()) {
                        model.split().clear();
                        model.splitWarningProperty().set(texts.of(error));
                        jobs.run(() -> attributes(open.dataset()), all -> {
                            if (mine == cutRequest.get()) {
                                model.attributes().setAll(all);
                            }
                        });
                    }
                });
    }

    private record ShownCut(List<Fact> facts, String warning, List<Attribute> attributes) {}

    private ShownCut facts(Cut made) {
        return new ShownCut(
                made.split().facts(),
                made.candidates().warnings(made.split()).stream().map(texts::of).collect(Collectors.joining("\n")),
                attributes(made.described()));
    }

    private void freeze() {
        Opened open = session.openedProperty().get();
        Map<String, String> values = cut.values();
        Optional<Path> file =
                open == null ? Optional.empty() : around.save(open.dataset().name() + ".split");
        if (open == null || file.isEmpty()) {
            return;
        }
        jobs.run(
                () -> {
                    Cut made = cut(open.dataset(), List.of(), values);
                    return SplitFile.write(
                            file.get(),
                            open.dataset(),
                            made.split(),
                            made.seed(),
                            made.candidates().spec(),
                            made.candidates().negatives(made.split()));
                },
                hash -> {
                    session.frozenSplitProperty().set("file:" + file.get());
                    around.say(texts.get("data.split.frozen", file.get(), hash));
                });
    }

    private void show(@Nullable Opened opened) {
        if (opened == null) {
            return;
        }
        model.facts().setAll(opened.profile().facts());
        model.steps().setAll(opened.prepared().steps());
        Preparation used = opened.prepared().recipe().preparation();
        preparation.show(used, !opened.prepared().raw().equals(filled));
        filled = opened.prepared().raw();
        model.attributes().clear();
        quality.show(opened.quality(), used.repairs());
        profile.show(opened);
        rows.show(opened.dataset());
        view.filled();
        describeSplit();
    }

    private List<Attribute> attributes(Dataset dataset) {
        List<Attribute> all = new ArrayList<>();
        add(all, "attribute.of.users", dataset.userAttributes());
        add(all, "attribute.of.items", dataset.itemAttributes());
        return all;
    }

    private void add(List<Attribute> all, String ofKey, Attributes attributes) {
        for (String name : attributes.names()) {
            String values = attributes.counts(name).stream()
                    .limit(VALUES)
                    .map(c -> c.getKey() + " " + Numbers.grouped(c.getValue()))
                    .collect(Collectors.joining(" · "));
            all.add(new Attribute(
                    ofKey, name, texts.of(attributes.summary(name)), values, Distribution.of(attributes, name)));
        }
    }
}
