package dev.nara.ui.data;

import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.store.Services;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import dev.nara.ui.data.opening.ImportAssistant;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks for the columns of a table, and stores the answer in the workspace; also beside the data if the user wants that. */
final class Importing {
    private final Services services;
    private final Jobs jobs;
    private final Texts texts;
    private final DataView view;
    private final DataSurroundings around;
    private final BiConsumer<Path, Recipe> open;

    /** {@code open} reads a file according to the answer. */
    Importing(
            Services services,
            Jobs jobs,
            Texts texts,
            DataView view,
            DataSurroundings around,
            BiConsumer<Path, Recipe> open) {
        this.services = services;
        this.jobs = jobs;
        this.texts = texts;
        this.view = view;
        this.around = around;
        this.open = open;
    }

    /** Asks for the columns of a table to which others are joined once it is open. */
    void ask(Path path, List<Path> others) {
        ImportAssistant assistant = new ImportAssistant(services.datasets(), path, jobs, texts, new Reading());
        assistant.withOthers(others);
        view.assistant(assistant);
    }

    private final class Reading implements ImportAssistant.Answer {
        @Override
        public void read(Path table, Recipe recipe, boolean beside) {
            view.assistant(null);
            keep(table, recipe, beside);
            open.accept(table, recipe);
        }

        @Override
        public void leave() {
            view.assistant(null);
        }
    }

    private void keep(Path path, Recipe recipe, boolean beside) {
        Path file = beside ? RecipeFile.beside(path) : RecipeFile.kept(services.workspace(), path);
        jobs.run(
                () -> {
                    RecipeFile.write(file, recipe);
                    return file;
                },
                written -> {
                    if (beside) {
                        around.say(texts.get("cli.data.recipe", written));
                    }
                });
    }
}
