package dev.nara.ui.data;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.JoinedTable;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.SecondTable;
import dev.nara.data.read.UnknownFormatException;
import dev.nara.data.read.roles.LogAmong;
import dev.nara.interchange.SkippedRowsFile;
import dev.nara.run.TimeLeft;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import dev.nara.ui.data.opening.DroppedTogether;
import dev.nara.ui.data.opening.OpenedPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and prepares datasets; a newer request replaces an older one. */
final class DataOpening {
    private final Services services;

    private final Session session;
    private final Texts texts;
    private final DataModel model;
    private final DataSurroundings around;
    private final Jobs jobs;
    private final Latest latest;
    private final DroppedTogether together = new DroppedTogether();
    private final FxPump<Reading> progress = new FxPump<>(all -> showProgress(all.get(all.size() - 1)));

    private record Reading(Latest.Request request, double share, double seconds, double secondsLeft) {}

    DataOpening(Services services, Session session, Jobs jobs, Texts texts, DataModel model, DataSurroundings around) {
        this.services = services;
        this.session = session;
        this.texts = texts;
        this.model = model;
        this.around = around;
        this.jobs = jobs;
        this.latest = new Latest(jobs);
    }

    /** Opens files that were dropped together: of several tables the log, to which the others are joined once it is open. */
    void open(List<Path> paths) {
        if (paths.size() == 1) {
            open(paths.get(0), null);
            return;
        }
        jobs.run(() -> LogAmong.of(services.datasets(), paths), log -> {
            together.are(log, paths);
            read(log, null);
        });
    }

    /**
     * Opens the data at the path with a recipe. Without one, uses the stored recipe; of a folder of several tables, opens the log with the
     * tables that describe it.
     */
    void open(Path path, @Nullable Recipe recipe) {
        if (recipe != null) {
            read(path, recipe);
            return;
        }
        beginReading(path);
        latest.run(
                () -> OpenedPath.of(services, path),
                found -> {
                    if (!found.log().equals(path)) {
                        together.are(found.log(), found.all());
                    }
                    read(found.log(), found.recipe());
                    found.sentence(texts).ifPresent(around::say);
                },
                error -> {
                    ended();
                    unread(path, error);
                });
    }

    /** The tables to be joined to a log once it is open. */
    List<Path> joinedTo(Path log) {
        return together.isLog(log) ? together.left() : List.of();
    }

    /** Stops reading; the open data remain open. */
    void cancel() {
        latest.cancel();
        ended();
    }

    private void beginReading(Path path) {
        session.beginReading(this, path.getFileName().toString());
        model.unreadProperty().set(null);
        model.progressProperty().set(-1);
        model.timeLeftProperty().set("");
        model.readingProperty().set(path.getFileName().toString());
    }

    /** Reads the dataset at the path with a recipe; without one, with the recipe stored for it, or with defaults. */
    private void read(Path path, @Nullable Recipe recipe) {
        together.beginReading(path);
        beginReading(path);
        latest.run(
                request -> read(path, recipe, request),
                opened -> {
                    ended();
                    show(opened);
                    together.next().ifPresent(this::identify);
                },
                error -> {
                    ended();
                    unread(path, error);
                });
    }

    /** Reads the open data again in another encoding, "" to detect it. */
    void decode(String encoding) {
        Opened open = session.openedProperty().get();
        if (open != null && !model.busy()) {
            Recipe recipe = open.prepared().recipe();
            if (!recipe.encoding().equals(encoding)) {
                open(open.dataset().path(), recipe.read(recipe.format(), encoding));
            }
        }
    }

    /** Reads the open data again with days that start in another time zone, "" to detect it. */
    void cutIn(String zone) {
        Opened open = session.openedProperty().get();
        if (open != null && !model.busy()) {
            Recipe recipe = open.prepared().recipe();
            TimeSettings times = recipe.timeSettings();
            if (!times.zone().equals(zone)) {
                open(open.dataset().path(), recipe.with(new TimeSettings(times.format(), zone)));
            }
        }
    }

    /** Prepares the open data in another way; {@code failed} gets an error. */
    void prepare(Preparation preparation, Consumer<Throwable> failed) {
        Opened open = session.openedProperty().get();
        if (open == null
                || model.busy()
                || preparation.equals(open.prepared().recipe().preparation())) {
            return;
        }
        Recipe recipe = open.prepared().recipe().with(preparation);
        session.beginReading(this, open.dataset().name());
        model.recountingProperty().set(true);
        latest.run(
                () -> open.with(Preparing.apply(open.prepared().raw(), recipe)),
                prepared -> {
                    ended();
                    show(prepared);
                },
                error -> {
                    ended();
                    failed.accept(error);
                });
    }

    /** Reads the open data again with the same recipe. */
    void again() {
        Opened open = session.openedProperty().get();
        if (open != null && !model.busy()) {
            open(open.dataset().path(), open.prepared().recipe());
        }
    }

    /** Reads the open data again with other roles of its columns. */
    void columns(ColumnRoles roles) {
        Opened open = session.openedProperty().get();
        if (open != null && !model.busy()) {
            Recipe was = open.prepared().recipe();
            open(open.dataset().path(), was.with(roles));
        }
    }

    private void ended() {
        model.readingProperty().set("");
        model.recountingProperty().set(false);
        session.endReading(this);
    }

    private void show(Opened opened) {
        session.modelProperty().set(null);
        session.openedProperty().set(opened);
    }

    private void unread(Path path, Throwable error) {
        if (error instanceof UnknownFormatException) {
            if (together.isLog(path)) {
                around.identify(path);
            } else {
                identify(path);
            }
            return;
        }
        model.unreadProperty().set(new DataModel.Unread(path, error));
        if (session.openedProperty().get() == null) {
            around.failed(error);
        }
    }

    /** Asks for the columns of a table, or how it describes the open data. */
    private void identify(Path path) {
        Opened open = session.openedProperty().get();
        if (open == null) {
            around.identify(path);
            return;
        }
        jobs.run(
                () -> services.datasets().described(path, open.dataset()),
                described -> {
                    List<SecondTable> choices = new ArrayList<>(described);
                    choices.add(new SecondTable(ColumnRole.IGNORE, 0, 0));
                    Optional<ColumnRole> chosen =
                            described.isEmpty() ? Optional.of(ColumnRole.IGNORE) : around.described(path, choices);
                    chosen.ifPresent(role -> identified(path, role, open));
                },
                error -> around.identify(path));
    }

    private void identified(Path path, ColumnRole role, Opened open) {
        Path data = open.dataset().path();
        Recipe recipe = open.prepared().recipe();
        JoinedTable second = JoinedTable.of(data, path, "");
        switch (role) {
            case ITEM -> open(data, recipe.joined(second, recipe.users()));
            case USER -> open(data, recipe.joined(recipe.items(), second));
            default -> {
                if (together.isAsked(path)) {
                    around.say(texts.get("data.second.none", path.getFileName()));
                    together.next().ifPresent(this::identify);
                } else {
                    around.identify(path);
                }
            }
        }
    }

    private Opened read(Path path, @Nullable Recipe given, Latest.Request request) throws DataException {
        long since = DataInUse.readings();
        Recipe recipe =
                given == null ? RecipeFile.find(path, services.workspace()).orElse(Recipe.USUAL) : given;
        TimeLeft left = new TimeLeft();
        long began = System.nanoTime();
        left.begin(0, began);
        Prepared prepared = services.open(path, recipe, (done, total) -> {
            request.check();
            left.at(done, System.nanoTime());
            progress.offer(new Reading(
                    request,
                    done / (double) Math.max(1, total),
                    (System.nanoTime() - began) / 1e9,
                    left.seconds((double) (total - done))));
        });
        try {
            SkippedRowsFile.write(prepared.raw(), services.workspace(), texts.locale());
        } catch (IOException e) {
            throw DataException.unreadable(services.workspace(), e);
        }
        return Opened.of(since, prepared);
    }

    private void showProgress(Reading reading) {
        if (!reading.request().superseded()) {
            boolean last = reading.share() >= 1;
            model.progressProperty().set(last ? -1 : reading.share());
            boolean known = !last && TimeLeft.known(reading.seconds(), reading.secondsLeft());
            model.timeLeftProperty()
                    .set(known ? texts.get("data.time.left", Numbers.duration(reading.secondsLeft())) : "");
        }
    }
}
