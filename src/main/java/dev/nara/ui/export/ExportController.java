package dev.nara.ui.export;

import dev.nara.algorithm.Algorithm;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Leaderboard;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Predictors;
import dev.nara.competition.Submission;
import dev.nara.competition.SubmissionCheck;
import dev.nara.competition.SubmissionDifference;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.read.service.LaterViews;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Composes lists of rules and runs, scores them at once, writes and checks submissions, and keeps the ledger. */
public final class ExportController {
    private final Services services;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final FilePicker picker;
    private final Pseudonymiser masks;
    private final Consumer<String> say;
    private final Consumer<Throwable> failed;
    private final ExportModel model = new ExportModel();
    private final ExportView view;
    private final Ledger ledger;
    private List<StoredRun> runs = List.of();
    private List<Long> chosen = List.of();
    /** Counts changes of the recipe, so that a score of an older one is dropped. */
    private int changes;

    /** For the window's workspace and session; {@code say} tells what was done, {@code failed} what could not be. */
    public ExportController(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Texts texts,
            FilePicker picker,
            Pseudonymiser masks,
            Consumer<String> say,
            Consumer<Throwable> failed) {
        this.masks = masks;
        this.failed = failed;
        this.services = services;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.picker = picker;
        this.say = say;
        this.ledger = Ledger.in(store.workspace());
        this.view = new ExportView(model, texts, new Requests());
        model.blocks().addListener((ListChangeListener<ComposeRecipe.Block>) change -> changed());
        model.filtersProperty().addListener((o, was, is) -> changed());
        texts.localeProperty().addListener((o, was, is) -> showStanding());
        session.openedProperty().addListener((o, was, is) -> changed());
        model.blocks().addAll(rule());
        readLedger();
    }

    /** The rule that stood above every single model in the competition. */
    private static List<ComposeRecipe.Block> rule() {
        return List.of(ofAlgorithm("own-watched", "only"), ofAlgorithm("group-popularity", ""));
    }

    private static ComposeRecipe.Block ofAlgorithm(String id, String seen) {
        return new ComposeRecipe.Block(id, Map.of(), Map.of(), "ranks", seen, 0, "");
    }

    private static ComposeRecipe.Block ofRuns(List<Long> ids) {
        Map<String, Double> weights = new LinkedHashMap<>();
        ids.forEach(id -> weights.put(Long.toString(id), 1.0));
        return new ComposeRecipe.Block("", Map.of(), weights, "ranks", "", 0, "");
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** All runs of the workspace. */
    public void runs(List<StoredRun> all) {
        runs = all.stream().filter(run -> run.best().isPresent()).toList();
    }

    /** The runs that are chosen in the list. */
    public void choose(List<Long> ids) {
        chosen = ids;
    }

    /** Reads the ledger again, as after a submission was written elsewhere. */
    public void readLedger() {
        jobs.run(ledger::entries, entries -> {
            model.ledger().setAll(entries);
            showStanding();
        });
    }

    private void changed() {
        changes++;
        model.parts().clear();
        model.scoreProperty().set("");
    }

    private void showStanding() {
        List<LedgerEntry> entries = List.copyOf(model.ledger());
        List<String> words = new ArrayList<>();
        words.add(texts.get("export.left", Ledger.leftToday(entries), Ledger.A_DAY));
        predictor(entries, LedgerEntry::publicScore, "export.predicts").ifPresent(words::add);
        predictor(entries, LedgerEntry::privateScore, "export.predicts.private").ifPresent(words::add);
        model.standingProperty().set(String.join("  ·  ", words));
    }

    /** Which local score has put the submissions into the order of what the leaderboard said. */
    private Optional<String> predictor(
            List<LedgerEntry> entries, Function<LedgerEntry, @Nullable Double> score, String key) {
        return Predictors.of(entries, score).entrySet().stream()
                .findFirst()
                .map(best -> texts.get(key, best.getKey(), String.format(Locale.ROOT, "%.2f", best.getValue())));
    }

    /** The recipe with its models, on the data that is open. */
    private CompositionSetup composing(ComposeRecipe recipe, Prepared open) throws DataException {
        return CompositionSetup.of(services, store, recipe, open, () -> open, "");
    }

    /** Work with the recipe on screen and the data that is open; nothing without blocks or data. */
    private <T> void work(Work<T> work, Consumer<T> done) {
        Session.Opened opened = session.openedProperty().get();
        if (opened == null
                || model.blocks().isEmpty()
                || model.workingProperty().get()) {
            return;
        }
        ComposeRecipe recipe = model.recipe();
        model.workingProperty().set(true);
        jobs.run(
                () -> work.with(composing(recipe, opened.prepared())),
                result -> {
                    model.workingProperty().set(false);
                    done.accept(result);
                },
                error -> {
                    model.workingProperty().set(false);
                    failed.accept(error);
                });
    }

    private interface Work<T> {
        T with(CompositionSetup composing) throws Exception;
    }

    private void show(CompositionSetup.Scored scored, CompositionSetup composing) {
        List<ComposeRecipe.Block> blocks = scored.recipe().blocks();
        List<ExportModel.Part> parts = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            int take = Math.min(Submission.LENGTH, blocks.get(b).atMost());
            parts.add(new ExportModel.Part(
                    blocks.get(b).name(),
                    blocks.get(b).take() == 0 ? texts.get("export.rest") : Integer.toString(take),
                    scored.whole().parts()[b],
                    scored.alone().get(b).score()));
        }
        model.parts().setAll(parts);
        model.scoreProperty()
                .set(texts.get(
                        "export.score",
                        Numbers.figure(scored.whole().score()),
                        Numbers.figure(scored.whole().low()),
                        Numbers.figure(scored.whole().high()),
                        composing.preparedRun().split().spec(),
                        Numbers.grouped(composing.users().length)));
    }

    /** A score with what it is of. */
    private record Scoring(CompositionSetup composing, CompositionSetup.Scored scored) {}

    /** The open dataset, or the message that there is none. */
    private Optional<Dataset> dataset() {
        Session.Opened opened = session.openedProperty().get();
        return Optional.ofNullable(opened).map(Session.Opened::dataset);
    }

    private void changeLedger(LedgerEntry entry) {
        jobs.run(
                () -> {
                    ledger.change(entry);
                    return ledger.entries();
                },
                entries -> {
                    model.ledger().setAll(entries);
                    showStanding();
                },
                error -> {
                    readLedger();
                    say.accept(texts.of(error));
                });
    }

    /** What people ask for in the view. */
    private final class Requests implements ExportView.Requests {
        @Override
        public List<ExportView.Offer> offers() {
            List<ExportView.Offer> offers = new ArrayList<>();
            if (chosen.size() > 1) {
                offers.add(new ExportView.Offer(
                        texts.get(
                                "export.blend",
                                chosen.stream().map(String::valueOf).collect(Collectors.joining(" + "))),
                        ofRuns(chosen)));
            }
            for (StoredRun run : runs.subList(0, Math.min(12, runs.size()))) {
                offers.add(new ExportView.Offer(
                        texts.get("export.run", run.title(), run.spec().algorithm()), ofRuns(List.of(run.id()))));
            }
            for (Algorithm algorithm : services.algorithms().all()) {
                if (algorithm.engines().isEmpty()) {
                    String seen = algorithm.id().equals("own-watched") ? "only" : "";
                    offers.add(new ExportView.Offer(
                            texts.get("algorithm." + algorithm.id()), ofAlgorithm(algorithm.id(), seen)));
                }
            }
            return offers;
        }

        @Override
        public void score(boolean tune) {
            int mine = changes;
            work(composing -> new Scoring(composing, composing.score(Submission.LENGTH, tune)), scoring -> {
                if (mine == changes) {
                    if (tune) {
                        model.blocks().setAll(scoring.scored().recipe().blocks());
                    }
                    show(scoring.scored(), scoring.composing());
                }
            });
        }

        @Override
        public void save() {
            ComposeRecipe recipe = model.recipe();
            picker.save(texts.get("export.recipe.save"), "lists.json")
                    .ifPresent(file -> jobs.run(
                            () -> {
                                recipe.write(file);
                                return file;
                            },
                            written -> say.accept(texts.get("export.done", written))));
        }

        @Override
        public void open() {
            picker.file(texts.get("export.recipe.open"), Optional.empty())
                    .ifPresent(file -> jobs.run(() -> ComposeRecipe.read(file), recipe -> {
                        model.filtersProperty().set(recipe.filters());
                        model.blocks().setAll(recipe.blocks());
                    }));
        }

        @Override
        public void write() {
            Optional<Path> file = model.blocks().isEmpty()
                    ? Optional.empty()
                    : picker.save(texts.get("action.export.submission"), "submission.csv");
            file.ifPresent(to -> work(
                    composing -> {
                        CompositionSetup.Scored scored = composing.score(Submission.LENGTH, false);
                        List<Text> warnings = Submission.write(
                                to,
                                composing.preparedRun().dataset(),
                                (users, k) -> composing.lists(scored.recipe(), users, k),
                                null);
                        ledger.add(LedgerEntry.composed(to, scored.recipe(), LocalScores.of(composing, scored)));
                        return new Written(scored, composing, warnings);
                    },
                    written -> {
                        show(written.scored(), written.composing());
                        say.accept(texts.get("export.done", to)
                                + written.warnings().stream()
                                        .map(w -> " " + texts.of(w))
                                        .collect(Collectors.joining()));
                        readLedger();
                        check(to);
                    }));
        }

        @Override
        public void check() {
            picker.file(texts.get("export.check"), Optional.empty()).ifPresent(this::check);
        }

        private void check(Path file) {
            dataset()
                    .ifPresent(dataset ->
                            jobs.run(() -> SubmissionCheck.of(dataset).check(file), result -> {
                                // The words of a finding name children.
                                model.findings()
                                        .setAll(
                                                masks.onProperty().get()
                                                        ? List.of(texts.get("child.masked"))
                                                        : words(result));
                                model.checkedProperty()
                                        .set(texts.get(
                                                result.problems().isEmpty() ? "check.passed" : "check.failed", file));
                            }));
        }

        private List<String> words(SubmissionCheck.Result result) {
            return Stream.concat(
                            result.problems().stream().map(p -> "✗ " + texts.of(p)),
                            result.warnings().stream().map(w -> "! " + texts.of(w)))
                    .toList();
        }

        @Override
        public void difference(LedgerEntry entry) {
            Optional<Path> other = picker.file(texts.get("export.against"), Optional.empty());
            other.ifPresent(file -> dataset()
                    .ifPresent(dataset -> jobs.run(
                            () -> SubmissionDifference.of(
                                    SubmissionCheck.lists(ledger.copy(entry), dataset),
                                    SubmissionCheck.lists(file, dataset)),
                            difference -> {
                                model.findings().setAll(texts.of(difference.words()));
                                model.checkedProperty().set(texts.get("export.differs", entry.file(), file));
                            })));
        }

        @Override
        public void bringIn() {
            Session.Opened opened = session.openedProperty().get();
            Session.Model current = session.modelProperty().get();
            if (opened == null) {
                return;
            }
            picker.file(texts.get("export.import"), Optional.empty())
                    .ifPresent(file -> jobs.run(
                            () -> {
                                PreparedRun preparedRun = current == null
                                        ? composing(
                                                        new ComposeRecipe(rule(), ComposeRecipe.Filters.NONE),
                                                        opened.prepared())
                                                .preparedRun()
                                        : current.preparedRun();
                                Map<String, List<Integer>> lists = SubmissionCheck.lists(file, preparedRun.dataset());
                                if (lists.isEmpty()) {
                                    throw new DataException(
                                            file, Text.of("check.no.lists"), Text.of("check.no.lists.remedy"));
                                }
                                ledger.add(LedgerEntry.foreign(file, LocalScores.of(preparedRun, lists)));
                                return file;
                            },
                            added -> {
                                readLedger();
                                check(added);
                            }));
        }

        @Override
        public void simulate(LedgerEntry entry) {
            Optional<Path> folder = picker.folder(texts.get("export.simulate"), Optional.empty());
            folder.ifPresent(later -> dataset()
                    .ifPresent(dataset -> jobs.run(scoring(entry, later, dataset), scored -> changeLedger(scored))));
        }

        private Callable<LedgerEntry> scoring(LedgerEntry entry, Path later, Dataset dataset) {
            return () -> {
                Map<String, Double> scores = new LinkedHashMap<>();
                Map<String, List<Integer>> lists = SubmissionCheck.lists(ledger.copy(entry), dataset);
                for (Leaderboard.Standing standing : Leaderboard.of(dataset, lists, LaterViews.read(later, dataset))) {
                    scores.put("later " + standing.period(), standing.score());
                }
                return entry.with(scores);
            };
        }

        @Override
        public void change(LedgerEntry entry) {
            changeLedger(entry);
        }

        @Override
        public void score(LedgerEntry entry, boolean ofPublic, String typed) {
            Optional<Double> number = number(typed);
            if (number.isEmpty() && !typed.isBlank()) {
                say.accept(texts.get("export.number", typed));
                readLedger();
                return;
            }
            Double score = number.orElse(null);
            changeLedger(entry.scored(ofPublic ? score : entry.publicScore(), ofPublic ? entry.privateScore() : score));
        }

        private static Optional<Double> number(String typed) {
            try {
                return Optional.of(Double.parseDouble(typed.strip())).filter(n -> n >= 0 && n <= 1);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public void handIn(LedgerEntry entry, String day) {
            try {
                changeLedger(entry.handedIn(
                        day.isBlank() ? "" : LocalDate.parse(day.strip()).toString()));
            } catch (DateTimeParseException e) {
                say.accept(texts.get("export.day", day));
                readLedger();
            }
        }
    }

    /** A submission that was written. */
    private record Written(CompositionSetup.Scored scored, CompositionSetup composing, List<Text> warnings) {}
}
