package dev.nara.ui.data.opening;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.interchange.DatasetFormat;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The files of the open data: detects changes since they were read, changes the roles of their columns, and writes files about them. */
public final class OpenFiles {
    private final Datasets datasets;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final DataSurroundings around;
    private final Latest glimpsing;
    private LongConsumer changed = count -> {};
    private @Nullable SourceStamp stamp;

    public OpenFiles(Datasets datasets, Session session, Jobs jobs, Texts texts, DataSurroundings around) {
        this.datasets = datasets;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.around = around;
        glimpsing = new Latest(jobs);
    }

    /**
     * Passes the files' first rows and how they were read to {@code shown}, only for the newest request. If they cannot be read any more,
     * {@code unseen} is called.
     */
    public void glimpse(Opened opened, Consumer<Glimpse> shown, Runnable unseen) {
        glimpsing.run(
                () -> datasets.glimpse(
                        opened.dataset().path(), opened.prepared().recipe()),
                shown,
                error -> unseen.run());
    }

    /** {@code listener} gets the number of changed files, whenever the window or the workspace is shown again. */
    public void onChanged(Region root, LongConsumer listener) {
        changed = listener;
        root.visibleProperty().addListener((o, was, is) -> look(is));
        root.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window.focusedProperty())
                .orElse(false)
                .addListener((o, was, is) -> look(is && root.isVisible()));
    }

    /** The data at the path were just read. */
    public void opened(Path path) {
        stamp = null;
        changed.accept(0);
        jobs.quietly(() -> SourceStamp.of(path), now -> stamp = now, error -> {});
    }

    private void look(boolean seen) {
        SourceStamp then = stamp;
        Opened open = session.openedProperty().get();
        if (seen && then != null && open != null) {
            jobs.quietly(
                    () -> SourceStamp.of(open.dataset().path()).changedSince(then),
                    changed::accept,
                    error -> changed.accept(then.times().size()));
        }
    }

    /**
     * Passes the columns of the open table with another role for one of them to {@code then}; a role that must be unique is removed from
     * other columns.
     */
    public void columns(int place, ColumnRole role, Consumer<ColumnRoles> then) {
        Opened open = session.openedProperty().get();
        if (open == null) {
            return;
        }
        Recipe recipe = open.prepared().recipe();
        ColumnRoles now = recipe.columns();
        if (now == null) {
            return;
        }
        Path path = open.dataset().path();
        jobs.run(
                () -> {
                    TablePreview preview = TablePreview.of(datasets, path, recipe.encoding(), now.delimiter())
                            .withHeader(now.header());
                    return preview.recipe(roles(preview.names(), now, place, role), recipe.encoding(), "");
                },
                changedTo -> {
                    ColumnRoles columns = changedTo.columns();
                    if (columns == null
                            || columns.user().isEmpty()
                            || columns.item().isEmpty()) {
                        around.say(texts.get("import.roles.missing"));
                    } else {
                        then.accept(columns);
                    }
                });
    }

    private static List<ColumnRole> roles(List<String> names, ColumnRoles now, int place, ColumnRole role) {
        List<ColumnRole> roles = new ArrayList<>(names.stream().map(now::role).toList());
        boolean one = role == ColumnRole.USER || role == ColumnRole.ITEM || role == ColumnRole.TIME;
        if (one) {
            roles.replaceAll(other -> other == role ? ColumnRole.IGNORE : other);
        }
        roles.set(place, role);
        return roles;
    }

    /** Writes the recipe of the open data beside them. */
    public void saveRecipe() {
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

    /** Writes the prepared data, without a split, as RecBole files. */
    public void export() {
        Opened open = session.openedProperty().get();
        Optional<Path> folder = open == null ? Optional.empty() : around.folder();
        if (open != null && folder.isPresent()) {
            jobs.run(
                    () -> {
                        boolean cut = open.dataset().given() != null;
                        Split given = cut ? Splits.split(open.dataset(), "", 1) : null;
                        DatasetFormat.RECBOLE.check(folder.get(), open.dataset(), given);
                        DatasetFormat.RECBOLE.write(folder.get(), open.dataset(), given);
                        return folder.get();
                    },
                    written -> around.say(texts.get("export.done", written)));
        }
    }
}
