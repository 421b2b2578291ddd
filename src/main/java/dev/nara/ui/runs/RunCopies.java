package dev.nara.ui.runs;

import dev.nara.interchange.RunFormat;
import dev.nara.interchange.RunSource;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.CopiedText;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Exports and imports runs: as files of several formats, or as a command line on the clipboard. */
final class RunCopies {
    private final Services services;
    private final RunStore store;
    private final RunList list;
    private final Frame frame;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final StoreWork work;

    RunCopies(Services services, RunStore store, RunList list, Frame frame, Pseudonymiser pseudonymiser) {
        this.services = services;
        this.store = store;
        this.list = list;
        this.frame = frame;
        this.texts = frame.texts();
        this.pseudonymiser = pseudonymiser;
        this.work = new StoreWork(list, frame);
    }

    /** Adds the actions to the window's list. */
    void addTo(Actions actions) {
        actions.add("copy.command", "Shortcut+Shift+C", this::copyCommand, list.none(run -> true), "off.no.run");
        actions.add("run.notebook", "", this::copyNotebook, list.none(run -> true), "off.no.run");
        actions.add("run.export", "", this::export, list.none(run -> true), "off.no.run");
        actions.add("run.import", "", this::bringIn);
    }

    private Optional<StoredRun> first() {
        return list.chosen().stream().findFirst();
    }

    private void copyCommand() {
        first().ifPresent(run -> frame.jobs().run(() -> services.command(run.spec()), command -> {
            CopiedText.put(command);
            frame.say().accept(texts.get("runs.copied"));
        }));
    }

    private void export() {
        Optional<RunFormat> chosen = first().isEmpty()
                ? Optional.empty()
                : frame.dialogs()
                        .pick(
                                texts.get("action.run.export"),
                                List.of(RunFormat.values()),
                                format -> texts.get("runexport." + format.id()));
        if (pseudonymiser.onProperty().get()
                && chosen.filter(RunFormat::namesUsers).isPresent()) {
            frame.say().accept(texts.get("present.not"));
            return;
        }
        List<StoredRun> runs = list.chosen();
        chosen.ifPresent(format -> place(format, runs).ifPresent(to -> write(format, runs, to)));
    }

    /** Copies all selected runs into one notebook. */
    private void copyNotebook() {
        List<StoredRun> runs = list.chosen();
        if (!runs.isEmpty()) {
            String name = runs.size() == 1 ? RunFormat.NOTEBOOK.fileName(runs.get(0)) : "runs.ipynb";
            frame.picker()
                    .save(texts.get("action.run.notebook"), name)
                    .ifPresent(to -> write(RunFormat.NOTEBOOK, runs, to));
        }
    }

    private void write(RunFormat format, List<StoredRun> runs, Path to) {
        work.run(
                () -> {
                    RunSource from = new RunSource(services, store, texts.locale());
                    format.export(from, runs, to);
                    return to;
                },
                written -> frame.notices().written(description(format), written));
    }

    private String description(RunFormat format) {
        return texts.get("written.run") + (format.namesUsers() ? " " + texts.get("export.ids") : "");
    }

    /** Asks for the target: a file for a single run, a folder for several runs or a format that is a folder. */
    private Optional<Path> place(RunFormat format, List<StoredRun> runs) {
        return runs.size() == 1 || format.isFolder()
                ? file(format, runs.get(0))
                : frame.picker().folder(texts.get("action.run.export"), Optional.empty());
    }

    private Optional<Path> file(RunFormat format, StoredRun run) {
        String title = texts.get("action.run.export");
        return format.isFolder()
                ? frame.picker().folder(title, Optional.empty()).map(folder -> folder.resolve(format.fileName(run)))
                : frame.picker().save(title, format.fileName(run));
    }

    private void bringIn() {
        frame.picker()
                .file(texts.get("action.run.import"), Optional.<Path>empty())
                .ifPresent(file -> work.run(() -> texts.get("cli.runs.imported", RunArchive.read(store, file))));
    }
}
